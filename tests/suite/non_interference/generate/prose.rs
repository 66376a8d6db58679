//! Texts: blocks of every shape, with links of every form to records and files of every kind.

use super::{ABBREVIATIONS, Maker};
use crate::non_interference::model::{Block, How, Key, Kind, Piece, Shape, Text, Value};

const WORDS: [&str; 8] = [
    "The work goes on",
    "and both sides",
    "with the old ferry",
    "said *so* in spring",
    "in **three** steps",
    "as agreed",
    "at the river",
    "1 < 2 & 3",
];

/// Few, so that headings of one text meet.
const HEADINGS: [&str; 3] = ["Next steps", "Talks", "What is *left*"];

impl Maker {
    pub(super) fn texts(&mut self) {
        for key in 0..self.model.records.len() {
            self.model.records[key].body = match self.model.records[key].kind {
                Kind::Short | Kind::EditionShort => self.note(key),
                _ => self.body(key),
            };
        }
    }

    fn body(&mut self, key: Key) -> Text {
        use Shape::{Bullets, Code, Footnote, Heading, Label, Numbers, Paragraph, Quote, Table};
        let shapes =
            [Paragraph, Paragraph, Paragraph, Heading(1), Heading(2), Bullets, Numbers, Quote, Table, Code];
        let count = self.chance.pick(&[0, 1, 2, 3, 5]);
        let mut blocks: Vec<Block> = Vec::new();
        for _ in 0..count {
            let shape = self.chance.pick(&shapes);
            blocks.push(self.block(key, shape));
        }
        // Once a text at most, and anywhere in it.
        for shape in [Footnote, Label] {
            if count > 0 && self.chance.percent(25) {
                let at = self.chance.below(blocks.len() + 1);
                blocks.insert(at, self.block(key, shape));
            }
        }
        Text { blocks, fences_apart: self.chance.percent(30), indent: self.chance.pick(&[0, 0, 0, 1, 3]) }
    }

    /// The note of a short update must have something to say to everybody.
    fn note(&mut self, key: Key) -> Text {
        let count = self.chance.pick(&[1, 1, 2, 3]);
        let mut blocks: Vec<Block> = Vec::new();
        for _ in 0..count {
            let shape = self.chance.pick(&[Shape::Paragraph, Shape::Paragraph, Shape::Bullets]);
            blocks.push(self.block(key, shape));
        }
        let kept = self.chance.below(count);
        blocks[kept].needed = true;
        Text { blocks, fences_apart: self.chance.percent(30), indent: 0 }
    }

    fn block(&mut self, key: Key, shape: Shape) -> Block {
        let count = match shape {
            Shape::Bullets | Shape::Numbers | Shape::Table => self.chance.number(1, 3),
            Shape::Label => 0,
            _ => 1,
        };
        let lines = (0..count).map(|_| self.line(key, shape)).collect();
        Block::new(shape, lines)
    }

    fn line(&mut self, key: Key, shape: Shape) -> Vec<Piece> {
        let first = match shape {
            Shape::Heading(_) => self.chance.pick(&HEADINGS),
            _ => self.chance.pick(&WORDS),
        };
        let mut pieces = vec![Piece::Words(first.to_owned())];
        if shape == Shape::Code {
            return pieces;
        }
        // What is at the very beginning is in the excerpt and in the id of the heading.
        let more =
            if matches!(shape, Shape::Heading(_)) { self.chance.below(2) } else { self.chance.below(4) };
        for _ in 0..more {
            let piece = self.piece(key, shape);
            pieces.push(piece);
        }
        if matches!(shape, Shape::Heading(_)) && self.chance.percent(20) && self.own_id != Some(key) {
            self.own_id = Some(key);
            pieces.push(Piece::Words("{#talks}".to_owned()));
        }
        pieces
    }

    fn piece(&mut self, key: Key, shape: Shape) -> Piece {
        match self.chance.below(20) {
            0..10 => match self.link(key) {
                // The id of a heading is made before anybody knows what is internal, so it holds no name of a record.
                Piece::Link { how: How::Bare | How::Alias(_), .. } if matches!(shape, Shape::Heading(_)) => {
                    Piece::Words("elsewhere".to_owned())
                }
                piece => piece,
            },
            10..13 => Piece::Words(self.chance.pick(&ABBREVIATIONS).to_owned()),
            13 => Piece::FootnoteMark,
            14 => Piece::LabelMark,
            15..18 if !self.model.files.is_empty() => {
                let file = self.chance.below(self.model.files.len());
                let picture = self.model.files[file].path.ends_with("png")
                    && !matches!(shape, Shape::Heading(_))
                    && self.chance.percent(60);
                Piece::File { file, picture, words: format!("the file {file}") }
            }
            _ => Piece::Words(self.chance.pick(&WORDS).to_owned()),
        }
    }

    /// A link to any record that the text can name: a plan names its own, and an edition here what all plans share.
    fn link(&mut self, from: Key) -> Piece {
        let to = self.chance.below(self.model.records.len());
        let kind = self.model.records[to].kind;
        let shared = matches!(kind, Kind::Agency | Kind::Forum | Kind::Source | Kind::Page);
        let from_edition = self.model.records[from].kind.is_of_edition();
        if kind.is_of_edition() || (from_edition && !shared) || to == from {
            return Piece::Words("elsewhere".to_owned());
        }
        let words = match self.chance.below(4) {
            0 => format!("what the {} did", self.chance.pick(&ABBREVIATIONS)),
            1 => "a *marked* word".to_owned(),
            _ => "the words".to_owned(),
        };
        let alias = self.chance.percent(40).then(|| self.alias(to)).flatten();
        let how = match (kind, alias, self.chance.below(10)) {
            // These have no file, or no id, of their own.
            (Kind::Plan, ..) => How::Path(words),
            (Kind::Short, _, 0..4) => How::Bare,
            (Kind::Short, ..) => How::Words(words),
            (_, Some(alias), _) => How::Alias(alias),
            (_, None, 0..4) => How::Bare,
            (_, None, 4..7) => How::Words(words),
            (_, None, _) => How::Path(words),
        };
        Piece::Link { to, how }
    }

    /// An old id of a record that means no other; it must stay then.
    pub(super) fn alias(&mut self, of: Key) -> Option<String> {
        let code = self.model.records[of].keys.iter().find_map(|(name, value)| match value {
            Value::Plain(code) if *name == "code" => Some(code.clone()),
            _ => None,
        });
        if let Some(code) = code {
            // A code is read in any case.
            return Some(if self.chance.percent(50) { code.to_uppercase() } else { code });
        }
        let keys = &mut self.model.records[of].keys;
        let entries = keys.iter_mut().find_map(|(name, value)| match value {
            Value::List(entries) if *name == "aliases" => Some(entries),
            _ => None,
        })?;
        let mut own = entries.iter_mut().filter_map(|entry| match &entry.value {
            Value::Plain(alias) if alias.starts_with("old-") || alias.starts_with("90.") => {
                entry.needed = true;
                Some(alias.clone())
            }
            _ => None,
        });
        own.next()
    }
}

impl Block {
    fn new(shape: Shape, lines: Vec<Vec<Piece>>) -> Self {
        Self { shape, internal: false, needed: false, lines }
    }
}
