//! A book in which every kind of record is internal once, with every key that it can have.

/// What is public; nothing in it is hidden.
pub const PUBLIC: &[(&str, &str)] = &[
    (
        "book.toml",
        "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\nx-note = \"@book.x@\"\n\n[site]\nbase-url = \"https://plan.example/\"\nstyle-guide = true\n\n[fields.x-funding]\nlabel = \"Funding\"\non = [\"item\", \"area\", \"update\", \"agency\"]\ntype = \"text\"\nlist = true\n\n[fields.x-budget]\nlabel = \"Budget\"\non = [\"item\", \"area\"]\ntype = \"amount\"\nlist = true\nsum = true\n\n[outputs]\ncards = true\nembed = true\nmarkdown = true\n\n[repository]\nurl = \"https://git.example/plan\"\n",
    ),
    (
        "content/plan.md",
        "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\ntags: {place: {title: Where, values: {north: North shore}}}\n---\n",
    ),
    ("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n"),
    (
        "content/areas/01-trade/1.1-talks.md",
        "---\ntitle: Hold talks\nkind: deliverable\nlead: [ar-trade]\nx-desk: 7\nx-funding: open\nx-budget: EUR 5\n# @public item.comment@\n---\n\nBoth sides talk in the MOT.\n",
    ),
    ("content/agencies/ar-trade.md", "---\nname: Ministry of Trade\nparty: Arland\n---\n"),
    (
        "content/editions/2016/plan.md",
        "---\ntitle: Plan of 2016\nparties: [Arland]\nadopted: 2016-01-01\n---\n",
    ),
    ("content/editions/2016/areas/01-old/area.md", "---\nnumber: 1\ntitle: Old trade\n---\n"),
    ("content/editions/2016/areas/01-old/1.1-old.md", "---\ntitle: Old talks\nkind: event\n---\n"),
    (
        "content/updates/2021/2021-02-03-begun.md",
        "---\ntitle: Begun\ndate: 2021-02-03\nitems: [\"1.1\"]\n---\n",
    ),
];

/// The picture of an internal item.
pub const PICTURE: &str = "content/areas/01-trade/files/figure.png";

/// What is internal.
pub const INTERNAL: &[(&str, &str)] = &[
    (
        "content/areas/@area.folder@/area.md",
        r#"---
number: @area.number@
title: "@area.title@"
lead: [@agency.id@, {agency: ar-trade, basis: later, role: "@area lead.role@", person: "@area lead.person@", since: 2023, source: @source.id@}]
summary: "@area.summary@"
aliases: [@area.alias@]
audience: internal
x-desk: "@area.x@"
x-funding: "@area.field@"
x-budget: EUR @number.area budget@
# @area.comment@
---

The text of the area: @area.body@.

## The heading @area.heading@
"#,
    ),
    (
        "content/areas/@area.folder@/@area.number@.@closed item.id@-@closed item.file@.md",
        "---\ntitle: \"@closed item.title@\"\nkind: event\ndue: @year.closed item.due@\n---\n\n@closed item.body@\n",
    ),
    (
        "content/updates/@update.folder@/@year.update.date@-02-03-@update.id@.md",
        r#"---
title: "@update.title@"
date: @year.update.date@-02-03
items: ["1.1", "1.@item.id@"]
areas: [@area.number@, "1"]
plan: true
kind: date-change
by: [@agency.id@]
status: in-progress
degree: limited
outlook: at-risk
evidence:
  - title: "@evidence.title@"
    url: https://@evidence.host@.example/@evidence.path@
    class: report
    lang: @lang.evidence@
    date: @year.evidence@
    archived: https://archive.example/@evidence.archived@
forum: @forum.id@
meeting: {state: held, number: @number.meeting@, place: "@meeting.place@", end: @year.meeting.end@}
links: inferred
date-basis: inferred
confidence: low
scope: beyond
reported: @year.update.reported@
new-due: @year.update.due@
reason: "@update.reason@"
challenges: "@update.challenges@"
next-steps: "@update.next steps@"
conflicts: "@update.conflicts@"
assessment:
  assessor: "@assessment.assessor@"
  verdict: limited
  scale: "@assessment.scale@"
  method: "@assessment.method@"
  url: https://@assessment.host@.example/
values: [{indicator: numbers, period: 2020, value: 4, note: "@update value.note@", break: true}]
new-targets: [{indicator: numbers, period: @year.update new target@, value: 7, instead-of: 2033}]
summary: "@update.summary@"
aliases: [@update.alias@]
audience: internal
---

@update.body@ says the MOT.
"#,
    ),
    (
        "content/updates/@year.correction.date@-02-03-@correction.id@.md",
        r#"---
title: "@correction.title@"
date: @year.correction.date@-02-03
items: "1.1"
kind: closure
status: closed
outcome: withdrawn
reason: "@correction.reason@"
corrects: 2021-02-03-begun
audience: internal
---
"#,
    ),
    (
        "content/areas/01-trade/files/figures.csv",
        "period,value,note,source\n2022,5,\"@figures.note@\",\"@figures.source@\"\n",
    ),
    (
        "content/areas/01-trade/1.@item.id@-@item.file@.md",
        r#"---
title: "@item.title@"
kind: recurring
code: "@item.code@"
text: "@item.text@"
source: @source.id@
locator: "@item.locator@"
lead: [{agency: @agency.id@, basis: later, role: "@lead.role@", person: "@lead.person@", since: 2023, source: @source.id@}]
supporting: [{agency: @second agency.id@, basis: later, role: "@supporting.role@", person: "@supporting.person@", since: 2023, source: @source.id@}]
roles: inferred
due: 2021-06
cadence: every year
rollup: all
related: ["1.1"]
depends-on: ["@area.number@.@closed item.id@"]
same-as: ["1.1"]
continues: [{edition: "@edition.folder@", item: "1.@edition item.id@", how: amended}]
each: false
searched: [{date: 2023-05-01, where: "@search.where@", languages: [en], words: "@search.words@", found: "@search.found@"}]
indicators:
  - "@item.indicator@"
  - id: numbers
    title: "@indicator.title@"
    unit: "@indicator.unit@"
    aim: up
    baseline: {period: 2020, value: 3}
    targets: [{period: 2031, value: 10}, {period: 2033, value: 11}, {period: 2035, value: 12}]
    figures: files/figures.csv
milestones: [{id: step, title: "@milestone.title@", due: 2030-06, done: 2021-06, url: "https://@milestone url@.example/", note: "@milestone.note@"}]
tags: [place/north]
partners: ["@item.partner@"]
image: {file: files/figure.png, alt: "@image.alt@", caption: "@image.caption@", credit: "@image.credit@"}
start: 2021-01
see: [{title: "@see.title@", url: "https://@see.host@.example/", class: discussion}]
contact: "https://@item.contact@.example/"
summary: "@item.summary@"
aliases: [@item.alias@, /old/@item.address@]
audience: internal
x-desk: "@item.x@"
x-funding: "@item.field@"
x-budget: EUR @number.item budget@
updates:
  - date: @year.short.date@-04-05
    note: "The note: @short.note@."
    kind: date-change
    by: [@agency.id@]
    status: in-progress
    degree: limited
    outlook: off-track
    evidence: [{title: "@short.evidence@", url: "https://@short.evidence url@.example/"}]
    forum: @forum.id@
    meeting: {state: held, number: @number.short.meeting@, place: "@short.place@", end: @year.short.end@}
    links: inferred
    date-basis: inferred
    confidence: low
    scope: context
    reported: @year.short.reported@
    new-due: @year.short.due@
    reason: "@short.reason@"
    challenges: "@short.challenges@"
    next-steps: "@short.next steps@"
    corrects: @year.update.date@-02-03-@update.id@
    conflicts: "@short.conflicts@"
    assessment: {assessor: "@short.assessor@", verdict: limited}
    values: [{indicator: numbers, period: 2021, value: 4, note: "@value.note@", break: true}]
    new-targets: [{indicator: numbers, period: @year.short new target@, value: 8, instead-of: 2035}]
    audience: internal
  - date: 2023-04-05
    note: "@closed short.note@"
    status: closed
    outcome: lapsed
---

@item.body@
"#,
    ),
    (
        "content/areas/01-trade/1.@item.id@.@part.id@-part.md",
        "---\ntitle: \"@part.title@\"\nkind: event\n---\n\n@part.body@\n",
    ),
    (
        "content/agencies/@agency.id@.md",
        r#"---
name: "@agency.name@"
contact: "https://@agency.contact@.example/"
abbreviation: @agency.abbreviation@
native-name: "@agency.native name@"
native-lang: @lang.agency@
party: "@agency.party@"
parent: ar-trade
valid: {from: @early.agency.from@, to: @year.agency.to@}
successor: @second agency.id@
url: https://@agency.host@.example/
summary: "@agency.summary@"
aliases: [@agency.alias@]
audience: internal
x-desk: "@agency.x@"
x-funding: "@agency.field@"
---

@agency.body@
"#,
    ),
    (
        "content/agencies/@second agency.id@.md",
        "---\nname: \"@second agency.name@\"\nabbreviation: MOT\naudience: internal\n---\n",
    ),
    (
        "content/forums/@forum.id@.md",
        r#"---
searched: [{date: 2023-05-01, where: "@forum search.where@", languages: [en], words: "@forum search.words@", found: "@forum search.found@"}]
name: "@forum.name@"
abbreviation: "@forum.abbreviation@"
native-name: "@forum.native name@"
native-lang: @lang.forum@
kind: mission
parties: ["@forum.party@"]
cadence: every year
valid: {from: @early.forum.from@, to: @year.forum.to@}
url: https://forum.example/@forum.url@
items: ["1.1"]
basis: later
summary: "@forum.summary@"
aliases: [@forum.alias@]
audience: internal
---

@forum.body@
"#,
    ),
    (
        "content/sources/@source.id@.md",
        r#"---
title: "@source.title@"
date: @year.source.date@
type: "@source.type@"
adopted-by: ["@source.adopted by@"]
lang: @lang.source@
authentic: true
url: https://source.example/@source.url@
archived: https://archive.example/@source.archived@
sha256: @source.sum@
licence: "@source.licence@"
summary: "@source.summary@"
aliases: [@source.alias@]
audience: internal
---

@source.body@
"#,
    ),
    (
        "content/pages/@page.id@.md",
        r#"---
title: "@page.title@"
order: 1
summary: "@page.summary@"
aliases: [@page.alias@]
audience: internal
---

@page.body@, with [[1.1|@page.words@]] and [a link](https://@page.host@.example/).

| @page.column@ |
|---|
| @page.cell@ |

```text
@page.code@
```

A note.[^n]

[^n]: @page.footnote@
"#,
    ),
    (
        "content/editions/@edition.folder@/plan.md",
        r#"---
title: "@edition.title@"
parties: ["@edition.party@"]
tags: {place: {title: "@edition.tags@", values: {north: "@edition.tag@"}}}
adopted: @early.edition.adopted@
period: @year.edition.from@/@year.edition.to@
edition: "@edition.name@"
languages: [@lang.edition@]
authentic-language: @lang.edition authentic@
reporting: {every: 1 year, grace-days: 30}
closed: 9990-12-31
kinds: {default: deliverable}
judged-by: {name: "@edition.judge@", url: "https://@edition.judge url@.example/"}
verdicts: {kept: complete, broken: {as: not-done, final: true}}
fiscal-year-starts: 4
fiscal-year-named: first
source: @source.id@
licence: "@edition.licence@"
contact: "@edition.contact@"
summary: "@edition.summary@"
aliases: ["@edition.alias@"]
audience: internal
---

@edition.body@
"#,
    ),
    (
        "content/editions/@edition.folder@/areas/01-@edition area.folder@/area.md",
        "---\nnumber: 1\ntitle: \"@edition area.title@\"\n---\n",
    ),
    (
        "content/editions/@edition.folder@/areas/01-@edition area.folder@/1.@edition item.id@-x.md",
        "---\ntitle: \"@edition item.title@\"\nkind: event\ntext: \"@edition item.text@\"\n---\n",
    ),
    (
        "content/editions/2016/areas/01-old/1.@old item.id@-x.md",
        "---\ntitle: \"@old item.title@\"\nkind: event\naudience: internal\n---\n",
    ),
    (
        "content/editions/2016/areas/02-@old area.folder@/area.md",
        "---\nnumber: 2\ntitle: \"@old area.title@\"\naudience: internal\n---\n",
    ),
    (
        "content/editions/2016/areas/02-@old area.folder@/2.1-x.md",
        "---\ntitle: \"@old closed item.title@\"\nkind: event\n---\n",
    ),
];
