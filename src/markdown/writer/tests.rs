use super::super::{Link, PictureFile, Resolver, Target, TextPlace};
use super::to_fragment;
use crate::diag::{FileId, Severity};
use crate::limits::Limits;

/// Fills placeholders the way a page does: every id but `gone` exists, and MOFA is an abbreviation.
struct Page<'a> {
    ids: Vec<&'a str>,
    explained: bool,
    lower: bool,
}

impl Resolver for Page<'_> {
    fn link(&mut self, reference: usize) -> Option<Link> {
        let id = *self.ids.get(reference)?;
        (id != "gone").then(|| Link { href: format!("../{id}/"), name: format!("Title of {id}") })
    }
    fn picture(&mut self, reference: usize) -> Option<PictureFile> {
        let path = *self.ids.get(reference)?;
        path.ends_with(".png").then(|| PictureFile { href: format!("../../{path}"), size: (3, 2) })
    }
    fn unnamed(&self, _: usize) -> String {
        "(not shown here)".to_owned()
    }
    fn way_to_root(&self) -> &str {
        "../../"
    }
    fn internal_mark(&self) -> &str {
        "Internal"
    }
    fn expansion(&mut self, word: &str) -> Option<String> {
        (word == "MOFA" && !std::mem::replace(&mut self.explained, true))
            .then(|| "Ministry <of> Affairs".to_owned())
    }
    fn id_prefix(&self) -> &str {
        "p-"
    }
    fn lower_headings(&self) -> usize {
        usize::from(self.lower)
    }
}

fn html(text: &str) -> String {
    let (fragment, problems) =
        to_fragment(text, "content/pages/a.md", TextPlace::Body(FileId(0), 0), &Limits::DEFAULT);
    let wrong: Vec<_> = problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(wrong.is_empty(), "{text}: {wrong:?}");
    let ids = fragment
        .references()
        .iter()
        .map(|reference| match &reference.target {
            Target::Id(id) => id.as_str(),
            Target::File { path, .. } | Target::Attachment { path } => path.as_str(),
        })
        .collect();
    let mut out = String::new();
    fragment.write(&mut out, &mut Page { ids, explained: false, lower: false });
    out
}

fn codes(text: &str) -> Vec<&'static str> {
    let (_, problems) =
        to_fragment(text, "content/pages/a.md", TextPlace::Body(FileId(0), 0), &Limits::DEFAULT);
    problems.iter().map(|problem| problem.code.name).collect()
}

#[test]
fn a_path_from_the_root_leads_to_a_file_of_the_site() {
    assert_eq!(
        html("Write to [whom](/.well-known/security.txt) or **[here](/a/b-c_d.csv)**."),
        "<p>Write to <a href=\"../../.well-known/security.txt\">whom</a> or <strong><a href=\"../../a/b-c_d.csv\">here</a></strong>.</p>"
    );
    let (fragment, _) =
        to_fragment("x [a](/CNAME)", "content/pages/a.md", TextPlace::Body(FileId(0), 100), &Limits::DEFAULT);
    let links: Vec<_> =
        fragment.site_links().iter().map(|link| (link.path.as_str(), link.span.range())).collect();
    assert_eq!(links, [("CNAME", 102..113)]);
    for text in [
        "[a](/)",
        "[a](/a/)",
        "[a](/../a)",
        "[a](</a b>)",
        "[a](/a?b)",
        "[a](//a/b)",
        "[a](/a%22b)",
        "![a](/a.png)",
    ] {
        assert!(!codes(text).is_empty(), "{text}");
    }
}

#[test]
fn references_become_links_or_plain_text() {
    assert_eq!(html("See [[3.1]]."), "<p>See <a href=\"../3.1/\">Title of 3.1</a>.</p>");
    assert_eq!(html("[[3.1|the *agreement*]]"), "<p><a href=\"../3.1/\">the <em>agreement</em></a></p>");
    assert_eq!(html("[[gone]] and [[gone|that]]"), "<p>(not shown here) and that</p>");
    assert_eq!(html("[x](b.md)"), "<p><a href=\"../content/pages/b.md/\">x</a></p>");
    assert_eq!(html("|a|\n|-|\n|[[3.1\\|x]]|").matches("<a href=\"../3.1/\">x</a>").count(), 1);
}

#[test]
fn abbreviations_are_explained_once_and_not_in_links_or_code() {
    assert_eq!(
        html("[MOFA](https://a.example/) `MOFA` MOFA MOFA"),
        "<p><a href=\"https://a.example/\" rel=\"noopener\">MOFA</a> <code>MOFA</code> <abbr title=\"Ministry &lt;of&gt; Affairs\">MOFA</abbr> MOFA</p>"
    );
}

#[test]
fn headings_begin_below_the_page_title_and_have_ids_of_their_own() {
    assert_eq!(
        html("# One *two*\n\n## One two"),
        "<h2 id=\"p-one-two\"><a class=\"anchor\" href=\"#p-one-two\">One <em>two</em></a></h2>\n<h2 id=\"p-one-two-2\"><a class=\"anchor\" href=\"#p-one-two-2\">One two</a></h2>"
    );
    assert_eq!(html("### x {#y}"), "<h3 id=\"p-y\"><a class=\"anchor\" href=\"#p-y\">x</a></h3>");
    assert_eq!(html("## See [[3.1]]"), "<h2 id=\"p-see-3-1\">See <a href=\"../3.1/\">Title of 3.1</a></h2>");
}

#[test]
fn headings_stand_lower_where_the_page_says_so_and_are_listed() {
    let (fragment, _) = to_fragment(
        "## A `b`\n\n###### C",
        "content/pages/a.md",
        TextPlace::Body(FileId(0), 0),
        &Limits::DEFAULT,
    );
    let mut out = String::new();
    fragment.write(&mut out, &mut Page { ids: Vec::new(), explained: false, lower: true });
    assert!(out.starts_with("<h3 id=\"p-a-b\">") && out.contains("</h3>\n<h6 id=\"p-c\">"), "{out}");
    let found: Vec<_> = fragment
        .headings()
        .iter()
        .map(|heading| (heading.level, heading.id.as_str(), heading.words.text(|_| String::new())))
        .collect();
    assert_eq!(found, [(2, "a-b", "A b".to_owned()), (6, "c", "C".to_owned())]);
}

#[test]
fn footnotes_lead_there_and_back() {
    let page = html("A[^n].\n\n[^n]: Why.");
    assert!(page.contains("<a href=\"#p-note_1\" id=\"p-note_1-in-text\""), "{page}");
    assert!(page.contains("<li id=\"p-note_1\"><p>Why.</p>\n<a href=\"#p-note_1-in-text\""), "{page}");
}

#[test]
fn japanese_lines_join_without_a_space() {
    assert_eq!(html("外務\n省 and\nmore"), "<p>外務省 and\nmore</p>");
}

#[test]
fn html_and_unsafe_addresses_are_refused() {
    assert_eq!(codes("a <b>x</b>"), ["raw-html"]);
    // A block is one mistake.
    for block in
        ["<script>\nx\n</script>", "<!-- a\n\nb\nc -->", "A <!-- a\nb --> c", "<div>\n<p>A</p>\n</div>"]
    {
        assert_eq!(codes(block), ["raw-html"], "{block}");
    }
    assert_eq!(codes("[x](javascript:alert(1)) <javascript:x>"), ["unsafe-link", "unsafe-link"]);
    assert_eq!(codes("![x](https://a.example/x.png)"), ["unsafe-link"]);
    assert_eq!(codes("[x](/items/3.1/) [y](../../../z.md)"), ["dangling-reference", "dangling-reference"]);
}

#[test]
fn pictures_are_files_of_the_book_and_have_words() {
    assert_eq!(
        html("![A *map* & more](files/map.png)"),
        "<p><img src=\"../../content/pages/files/map.png\" alt=\"A map &amp; more\" width=\"3\" height=\"2\" loading=\"lazy\"></p>"
    );
    assert_eq!(html("![Words](files/gone.gif)"), "<p>Words</p>");
    assert_eq!(codes("![](files/map.png)"), ["image-without-alt"]);
    for text in
        ["![x](https://a.example/x.png)", "![x](data:image/png;base64,AA)", "![x](/x.png)", "![[x.png]]"]
    {
        assert_eq!(codes(text), ["unsafe-link"], "{text}");
    }
}

#[test]
fn a_heading_has_an_id_and_nothing_else() {
    assert_eq!(codes("## x {#y onclick=z}"), ["heading-attribute"]);
    assert_eq!(codes("## x {.c}"), ["heading-attribute"]);
}

#[test]
fn internal_blocks_are_marked() {
    assert_eq!(
        html("a\n\n:::internal\nb\n:::\nc"),
        "<p>a</p>\n<div class=\"internal-block\">\n<p class=\"internal-mark\">Internal</p>\n<p>b</p>\n</div>\n<p>c</p>"
    );
    assert_eq!(html("a\n\n***\n\nb"), "<p>a</p>\n<hr>\n<p>b</p>");
}

#[test]
fn bounds_that_markdown_does_not_see_are_told() {
    assert_eq!(codes("```\n:::internal\n:::\n```\n"), ["internal-block", "internal-block"]);
    assert_eq!(codes("> :::internal\n> b\n> :::\n"), ["internal-block", "internal-block"]);
    assert_eq!(codes("- a\n\n  :::internal\n  b\n  :::\n"), Vec::<&str>::new());
    assert_eq!(codes(":::internal\nnever ended"), ["internal-block"]);
}

#[test]
fn what_would_blow_up_is_stopped() {
    assert_eq!(
        codes(&format!("|a{}\n{}\n{}", "|a".repeat(60), "|-".repeat(61), "|x\n".repeat(9_000))),
        ["too-deep"]
    );
    assert_eq!(codes(&"[x](https://a.example/) ".repeat(10_001)), ["too-deep"]);
    assert_eq!(codes(&"> ".repeat(10_000)), ["too-deep"]);
    assert_eq!(codes(&format!("{}\n{}", "|a".repeat(70), "|-".repeat(70))), ["too-deep"]);
    for line in ["- ", "> ", "1. ", "> + "] {
        assert_eq!(codes(&format!("{}a\n{}", line.repeat(45_000), "b\n".repeat(450_000))), ["too-deep"]);
    }
    for rule in ["- ".repeat(1_000), "*".repeat(1_000)] {
        assert_eq!(codes(&format!("a\n\n{rule}\n\nb\n")), Vec::<&str>::new());
    }
    to_fragment(&"[".repeat(50_000), "a.md", TextPlace::Body(FileId(0), 0), &Limits::DEFAULT);
}

#[test]
fn a_link_in_a_link_is_its_words() {
    let note = html("[[x|a[^1] b]]\n\n[^1]: n\n");
    assert!(note.contains("<span id=\"p-note_1-in-text\" class=\"footnote-reference\">[1]</span>"), "{note}");
    assert_eq!(html("[[x|[b](https://b.example)]]").matches("<a ").count(), 1);
}

#[test]
fn text_is_escaped_and_excerpted() {
    assert_eq!(html("1 < 2 & \"x\""), "<p>1 &lt; 2 &amp; &quot;x&quot;</p>");
    let (fragment, _) =
        to_fragment("# T\n\nOne **two**.\n\nThree.", "a.md", TextPlace::Body(FileId(0), 0), &Limits::DEFAULT);
    assert_eq!(fragment.excerpt().text(|_| String::new()), "One two. Three.");
    let (fragment, _) =
        to_fragment("See [[jp-mofa]] now.", "a.md", TextPlace::Body(FileId(0), 0), &Limits::DEFAULT);
    assert_eq!(fragment.excerpt().text(|_| "the Ministry".to_owned()), "See the Ministry now.");
}

#[test]
fn the_plans_text_is_found_in_place() {
    let text = "Intro.\n\n```plan-text\n1. Trade\n```\n";
    let (fragment, _) = to_fragment(text, "a.md", TextPlace::Body(FileId(0), 10), &Limits::DEFAULT);
    let range = fragment.plan_text()[0].range();
    assert_eq!(&text[range.start - 10..range.end - 10], "1. Trade\n");
}
