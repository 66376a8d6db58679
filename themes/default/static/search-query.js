// Finds what somebody typed, with those files of the index that it needs. What is found, and in which order, is what
// src/search/query.rs finds with the whole index in memory. It knows nothing of pages: search.js does.
"use strict";
{
  // Letters, words and names, as src/search/letters.rs, words.rs and names.rs make them.
  const SPELT = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ħ: "h", ŧ: "t", ς: "σ" };
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u11ff\\u1780-\\u17ff\\u3005-\\u3007\\u3031-\\u3035\\u303b\\u303c"
    + "\\u3041-\\u3096\\u3099\\u309a\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3\\u{20000}-\\u{3ffff}";
  const OF_WORD = "\\p{Alphabetic}\\p{N}\\p{M}";
  const SPACED = `(?:(?![${UNSPACED}])[${OF_WORD}])`;
  const RUNS = new RegExp(`([${UNSPACED}]+)|(${SPACED}+)(?:['’ʼ]s(?!${SPACED}))?`, "gu");
  const SIGNS = new RegExp(`[^${OF_WORD}${UNSPACED}+]+`, "gu");
  const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");

  const ACCENTS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc]/g;
  const folded = (text) => text.normalize("NFKC").toLowerCase()
    .normalize("NFD").replace(ACCENTS, "").normalize("NFC")
    .replace(/[ßæœøđðþłıħŧς]/g, (letter) => SPELT[letter]);

  // Each two neighbours of a run without blanks, or the one letter that it has.
  function pairs(run) {
    const letters = [...run];
    return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter);
  }
  const words = (text) => [...text.matchAll(RUNS)].flatMap(([, run, word]) => (run ? pairs(run) : [word]));

  // Each two words that a hyphen joins, as one, with the place of the first among the words.
  function compounds(text) {
    const found = [];
    let [number, last, end] = [0, undefined, 0];
    for (const { 0: whole, 1: run, 2: word, index } of text.matchAll(RUNS)) {
      if (word && last && /^[-\u2010]$/.test(text.slice(end, index))) found.push([last.number, last.word + word]);
      last = word && /\p{Alphabetic}/u.test(word) ? { number, word } : undefined;
      number += run ? pairs(run).length : 1;
      end = index + whole.length;
    }
    return found;
  }

  function foldedName(text) {
    const name = folded(text).replace(SIGNS, ".").replace(/^\.|\.$/g, "");
    return [...name].length <= 100 ? name : "";
  }

  // Words are in the order of their code points. That of UTF-16 puts what is above U+FFFF before some that is below.
  const rank = (unit) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);
  function compare(a, b) {
    for (let at = 0; at < a.length && at < b.length; at += 1) {
      const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
      if (x !== y) return rank(x) - rank(y);
    }
    return a.length - b.length;
  }
  // The place of the first of some words in order that does not come before a word.
  function firstFrom(list, word) {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(list[middle], word) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // Whether one letter more, less or other, or two that changed places, make one word of the other.
  function isOneEdit(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let same = 0;
    while (same < a.length && a[same] === b[same]) same += 1;
    const rest = (letters, from) => letters.slice(same + from).join("");
    const [left, right] = [a.length - same, b.length - same];
    return (left > 0 && rest(a, 1) === rest(b, 0)) || (right > 0 && rest(a, 0) === rest(b, 1))
      || (left > 0 && right > 0 && rest(a, 1) === rest(b, 1))
      || (left > 1 && right > 1 && a[same] === b[same + 1] && a[same + 1] === b[same] && rest(a, 2) === rest(b, 2));
  }

  // Numbers as letters: five bits each, the lowest first, and a sixth that says whether more follow.
  const VALUES = new Map([..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"].map((letter, n) => [letter.charCodeAt(0), n]));
  const VALUE = Uint8Array.from({ length: 128 }, (_, code) => VALUES.get(code) ?? 0);
  function unpack(packed, take) {
    let at = 0;
    const value = () => VALUE[packed.charCodeAt(at++)];
    while (at < packed.length) {
      let [number, factor, next] = [0, 1, 32];
      for (; next >= 32; factor *= 32) {
        next = value();
        number += (next % 32) * factor;
      }
      take(number, value);
    }
  }
  // Places stand there as their distances.
  function places(packed) {
    const found = [];
    unpack(packed, (distance) => found.push((found.at(-1) ?? -1) + 1 + distance));
    return found;
  }

  // Files of words, as they are looked through. Each is made from what came once.
  const opened = new Map();
  function open(content) {
    if (!opened.has(content)) {
      const of = [];
      unpack(content.of ?? "", (group) => of.push(group));
      opened.set(content, { ...content, words: (content.words ?? content).split(" "), of, postings: [] });
    }
    return opened.get(content);
  }
  // The entries that a group of words stands in, what it says of each, and how rare it is among all.
  function postingsOf(part, group, all) {
    const [entries, impacts] = [[], []];
    let next = 0;
    unpack(part.groups[group], (distance, value) => {
      entries.push(next + distance);
      impacts.push(value());
      next += distance + 1;
    });
    const having = part.more[group] ?? entries.length;
    const rare = Math.log(1 + (all - having + 0.5) / (having + 0.5));
    return { entries, impacts, rare, more: having > entries.length };
  }

  const [CALLED, PART] = [3000, 1000];
  const [BEGINNING, MISSPELT] = [0.5, 0.4];
  const MOST_WORDS = 100;
  // In how many files a beginning is looked for, and the words that somebody may have meant.
  const [MOST_FILES, MOST_MEANT] = [2, 3];

  // What of a query is a word that says something: two ideographs, or a run of other letters without blanks, which are pairs. Pairs
  // of two sorts, pairs of Hiragana, single letters and numbers say something only where there is nothing else.
  const IDEOGRAPHS = "\\u3005-\\u3007\\u3400-\\u9fff\\u{20000}-\\u{3ffff}";
  const TWO_IDEOGRAPHS = new RegExp(`^[${IDEOGRAPHS}]{2}$`, "u");
  const OF_A_RUN = new RegExp(`^(?:(?![${IDEOGRAPHS}\\u3041-\\u309f])[${UNSPACED}]){2}$`, "u");
  function tellingParts(asked) {
    const parts = [];
    let last;
    for (const matches of asked) {
      const { word } = matches;
      const [first, second] = word;
      const isOfRun = OF_A_RUN.test(word);
      if (isOfRun && first === last) parts.at(-1).push(matches);
      else if (isOfRun || TWO_IDEOGRAPHS.test(word) || !(BEGINS_UNSPACED.test(word) || /^\p{N}+$/u.test(word))) parts.push([matches]);
      last = isOfRun ? second : undefined;
    }
    return parts.length ? parts : asked.map((matches) => [matches]);
  }
  // Which entries have at least half of these parts: of a run two thirds of its pairs.
  function enough(asked, counts) {
    const parts = tellingParts(asked);
    const had = new Uint8Array(counts.length);
    for (const part of parts) {
      const least = Math.ceil((2 * part.length) / 3);
      for (let entry = 0; entry < had.length; entry += 1) {
        if (counts[entry] && part.reduce((n, { scores }) => n + (scores[entry] > 0), 0) >= least) had[entry] += 1;
      }
    }
    return had.map((n) => n && 2 * n >= parts.length);
  }

  // One query. Where a file is not there yet, its name is added to `missing`, and what is found counts for nothing.
  class Query {
    constructor(files) {
      this.files = files;
      this.list = files.get("list");
      this.missing = new Set();
      // What is marked in texts: groups of words, beginnings of words, runs of scripts without blanks.
      this.sought = { groups: new Map(), starts: new Set(), runs: new Set() };
    }

    // The words of files that begin with something: the part and the place in it of each.
    beginning(of, start, most = Infinity) {
      of.starts ??= of.first.split(" ");
      const found = [];
      const next = firstFrom(of.starts, start);
      const from = of.starts[next] === start ? next : Math.max(0, next - 1);
      for (let at = from; at < Math.min(from + MOST_FILES, of.files.length); at += 1) {
        if (at > from && !of.starts[at].startsWith(start)) break;
        const name = of.files[at];
        if (!this.files.has(name)) {
          this.missing.add(name);
          break;
        }
        const part = open(this.files.get(name));
        let place = firstFrom(part.words, start);
        for (; found.length < most && part.words[place]?.startsWith(start); place += 1) found.push([part, place]);
        if (place < part.words.length || found.length === most) break;
      }
      return found;
    }
    exactly(word) {
      return this.beginning(this.list.words, word, 1).filter(([part, place]) => part.words[place] === word);
    }

    matches() {
      return { scores: new Float64Array(this.list.entries), any: false, more: false };
    }
    add(matches, found, factor) {
      for (const [part, place] of found) {
        const group = part.of[place];
        const { entries, impacts, rare, more } = part.postings[group] ??= postingsOf(part, group, this.list.entries);
        const { scores } = matches;
        const factored = factor * rare;
        for (let n = 0; n < entries.length; n += 1) {
          const score = factored * impacts[n];
          if (score > scores[entries[n]]) scores[entries[n]] = score;
        }
        matches.any = true;
        matches.more ||= more;
        const groups = this.sought.groups;
        groups.set(part, (groups.get(part) ?? new Set()).add(group));
      }
    }
    addBeginning(matches, start, factor) {
      this.sought.starts.add(start);
      this.add(matches, this.beginning(this.list.words, start, MOST_WORDS), factor);
    }

    // What has a word, or what somebody may have meant by it.
    word(word, isOpen) {
      const matches = this.matches();
      this.add(matches, this.exactly(word), 1);
      const letters = [...word];
      const unspaced = BEGINS_UNSPACED.test(word);
      const canGoOn = unspaced ? letters.length === 1 : isOpen && letters.length > 1;
      if (canGoOn || !(matches.any || unspaced)) this.addBeginning(matches, word, BEGINNING);
      if (!matches.any && !unspaced && letters.length >= 5 && !this.missing.size) this.meant(matches, letters);
      return matches;
    }
    // One edit leaves one half of a word as it is, unless the two letters in its middle changed places.
    meant(matches, letters) {
      const { spellings, endings, words } = this.list;
      const backwards = (some) => [...some].reverse().join("");
      const half = letters.length >> 1;
      const [left, right] = [letters.slice(0, half), letters.slice(half)];
      const swapped = [...left.slice(0, -1), right[0], left.at(-1), ...right.slice(1)];
      const known = (of, some) => this.beginning(of, some).map(([part, place]) => part.words[place]);
      const close = new Set([...known(spellings, left.join("")), ...known(spellings, swapped.join("")),
        ...known(endings, backwards(right)).map(backwards)].filter((word) => isOneEdit(letters, [...word])));
      const used = new Set();
      for (const word of close) {
        const file = firstFrom(words.starts, `${word}\0`);
        if (used.add(file).size <= MOST_MEANT) this.add(matches, this.exactly(word), MISSPELT);
        else used.delete(file);
      }
    }

    // Adds what is called so, and its parts.
    called(all, text) {
      const name = foldedName(text);
      if (!name) return;
      const worth = new Map();
      const lead = (found, score) => {
        for (const [part, place] of found) {
          const group = part.of[place];
          const { entries } = part.postings[group] ??= postingsOf(part, group, this.list.entries);
          for (const entry of entries) worth.set(entry, Math.max(score, worth.get(entry) ?? 0));
        }
      };
      lead(this.exactly(`#${name}`), CALLED);
      lead(this.exactly(`=${name}`), CALLED);
      lead(this.beginning(this.list.words, `#${name}.`, MOST_WORDS), PART);
      for (const { scores } of all) worth.forEach((score, entry) => { scores[entry] += score; });
    }

    // What each word of one part of the query finds, which has no blank in it. Signs alone ask for nothing.
    unit(unit, isOpen) {
      for (const [, run] of unit.matchAll(RUNS)) if (run) this.sought.runs.add(run);
      const each = words(unit).map((word, at, all) =>
        Object.assign(this.word(word, isOpen && at === all.length - 1), { word }));
      for (const [at, word] of compounds(unit)) for (const matches of [each[at], each[at + 1]]) this.add(matches, this.exactly(word), 1);
      this.called(each, unit);
      return each;
    }

    // The places of the entries that are found, in their order; `best` ranks them. Those with all words are alone. Where there are
    // none, `isPartial` says so, and those are found that have enough of what was typed.
    find(query) {
      const typed = folded(query);
      const units = typed.split(/\p{White_Space}+/u).filter(Boolean);
      const isOpen = !/\p{White_Space}$/u.test(typed);
      const found = units.flatMap((unit, at) => this.unit(unit, isOpen && at === units.length - 1));
      if (units.length > 1) this.called(found, typed);
      return this.missing.size ? [] : this.ranked(found);
    }
    ranked(found) {
      const asked = found.filter(({ more }) => !more || found.every((other) => other.more));
      const others = found.filter((matches) => !asked.includes(matches));
      const counts = new Uint16Array(this.list.entries);
      const sums = new Float64Array(this.list.entries);
      for (const { scores } of asked) {
        for (let entry = 0; entry < scores.length; entry += 1) {
          if (scores[entry]) counts[entry] += 1;
          sums[entry] += scores[entry];
        }
      }
      for (const { scores } of others) {
        for (let entry = 0; entry < scores.length; entry += 1) sums[entry] += scores[entry];
      }
      this.isPartial = !counts.includes(asked.length);
      const isEnough = this.isPartial ? enough(asked, counts) : counts.map((count) => count && count === asked.length);
      const kept = [];
      for (let entry = 0; entry < counts.length; entry += 1) {
        if (!isEnough[entry]) continue;
        kept.push(entry);
        sums[entry] = Math.round(sums[entry] * 1000);
      }
      Object.assign(this, { counts, sums });
      return kept;
    }
    // The first so many of some places, the best first. What nobody will see is not put in order.
    best(places, most = places.length) {
      const { counts, sums } = this;
      if (!sums) return places.slice(0, most);
      const compared = (a, b) => counts[b] - counts[a] || sums[b] - sums[a] || a - b;
      if (places.length <= 4 * most) return [...places].sort(compared).slice(0, most);
      const best = [];
      for (const place of places) {
        if (best.length === most && compared(place, best[most - 1]) > 0) continue;
        let at = best.length;
        while (at > 0 && compared(place, best[at - 1]) < 0) at -= 1;
        best.splice(at, 0, place);
        if (best.length > most) best.pop();
      }
      return best;
    }

    // All forms of the words that were found.
    forms() {
      const forms = new Set();
      for (const [part, groups] of this.sought.groups) {
        part.words.forEach((word, place) => { if (groups.has(part.of[place])) forms.add(word); });
      }
      return forms;
    }
    // Which letters of a text are of what was sought.
    marks(text, forms) {
      const marks = new Uint8Array(text.length);
      const { starts, runs } = this.sought;
      const isSought = (word) => forms.has(word) || [...starts].some((start) => word.startsWith(start));
      for (const { 0: { length }, 1: unspaced, 2: word, index } of text.matchAll(RUNS)) {
        if (unspaced) markRuns(marks, unspaced, index, runs);
        else if (words(folded(word)).some(isSought)) marks.fill(1, index, index + length);
      }
      return marks;
    }
  }

  // Marks what was typed without blanks where it stands as a whole, else its pairs of letters.
  function markRuns(marks, text, index, runs) {
    const at = [];
    let plain = "";
    for (const { 0: letter, index: place } of text.matchAll(/\P{M}\p{M}*/gsu)) {
      const letters = folded(letter);
      for (let n = 0; n < letters.length; n += 1) at.push([index + place, index + place + letter.length]);
      plain += letters;
    }
    for (const run of runs) {
      for (const sought of plain.includes(run) || [...run].length < 2 ? [run] : pairs(run)) {
        for (let from = plain.indexOf(sought); from >= 0; from = plain.indexOf(sought, from + 1)) {
          marks.fill(1, at[from][0], at[from + sought.length - 1][1]);
        }
      }
    }
  }

  Object.assign(globalThis.planbookSearch, { Query, folded, words, compounds, foldedName, places });
}
