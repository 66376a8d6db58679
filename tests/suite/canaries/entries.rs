//! Public records with everything internal that can be in one: entries, mappings, blocks and attachments. Their public
//! texts and keys name the internal records of the other layer in every way.

/// These stand beside the records of the other layer.
pub const BOOK: &[(&str, &str)] = &[
    (
        "content/plan.md",
        r#"---
title: Harbour plan
parties: [Arland, {value: "@plan.party@", audience: internal}, Boria]
tags: {place: {title: Where, values: {north: North shore}}, desk: {title: "@plan.tags@", values: {@plan.tagkey@: "@plan.tag@"}, audience: internal}}
adopted: 2020-01-01
languages: [en, {value: @lang.plan@, audience: internal}]
reporting: {every: 1 year, grace-days: 30, audience: internal}
closed: 2030-12-31
kinds: {default: deliverable, audience: internal}
judged-by: {name: "@plan.judge@", url: "https://@plan.judge url@.example/", audience: internal}
verdicts: {kept: complete, broken: {as: not-done, final: true}}
source: @source.id@
x-desk: {text: "@plan.x@", audience: internal}
# @plan.comment@
---

:::internal
@plan.block@
:::

The plan in a few words. See [[@agency.id@]] and [[@page.alias@]].
"#,
    ),
    (
        "content/areas/02-open/area.md",
        r#"---
number: 2
title: Open
lead: [ar-trade, {agency: @agency.id@, audience: internal}, @second agency.id@]
aliases: [{value: @open area.alias@, audience: internal}]
x-desk: [{text: "@open area.x@", audience: internal}, 7]
x-funding: {value: "@open area.field@", audience: internal}
x-budget: {value: EUR @number.open area budget@, audience: internal}
---

What [[@area.number@]] and [[@area.alias@|the other area]] hold, [the area](../@area.folder@/area.md) does too.

:::internal
@open area.block@
:::
"#,
    ),
    (
        "content/areas/02-open/2.1-open.md",
        r#"---
title: Open item
kind: deliverable
text: Open what is closed.
source: @source.id@
lead: [@agency.id@, {agency: ar-trade, basis: later, role: "@open lead.role@", person: "@open lead.person@", since: 2023, source: @source.id@, audience: internal}]
supporting: [{agency: ar-trade, basis: later, role: "@open supporting.role@", person: "@open supporting.person@", since: 2023, source: @source.id@, audience: internal}, @second agency.id@]
related: ["1.@item.id@", {value: "1.1", audience: internal}]
depends-on: ["@area.number@.@closed item.id@", {value: "1.1", audience: internal}]
same-as: ["1.@item.id@.@part.id@", {value: "1.1", audience: internal}]
continues:
  - {edition: "@edition.folder@", item: "1.@edition item.id@"}
  - {edition: "2016", item: "1.@old item.id@", how: split}
  - {edition: "2016", item: "1.1", how: amended, audience: internal}
each: false
searched: [{date: 2023-05-01, where: "@open search.where@", languages: [en], words: "@open search.words@", found: "@open search.found@", audience: internal}]
image: {file: files/figure.png, alt: "@open image.alt@", caption: "@open image.caption@", credit: "@open image.credit@", audience: internal}
partners: [A public one, {value: "@open item.partner@", audience: internal}]
see: [{title: "@open see.title@", url: "https://@open see.host@.example/", class: other, audience: internal}]
indicators:
  - A public one
  - {value: "@open item.indicator@", audience: internal}
  - id: public-one
    title: Public numbers
    unit: wells
    baseline: {period: 2019, value: @number.open baseline@, audience: internal}
    targets: [{period: 2031, value: 10}, {period: 2032, value: @number.open target@, audience: internal}]
  - id: closed-one
    title: "@open indicator.title@"
    unit: "@open indicator.unit@"
    aim: up
    baseline: {period: 2020, value: @number.closed baseline@}
    targets: [{period: 2030, value: @number.closed target@}]
    audience: internal
milestones:
  - {id: public-step, title: A public step, due: 2030-06}
  - {id: closed-step, title: "@open milestone.title@", due: 2030-07, url: "https://@open milestone url@.example/", note: "@open milestone.note@", audience: internal}
aliases: [{value: @open item.alias@, audience: internal}]
updates:
  - date: 2021-01-02
    note: "@open short.note@"
    status: on-hold
    challenges: "@open short.challenges@"
    audience: internal
  - date: 2021-01-02
    note: |
      The public note names [[@update.alias@]] and [[1.@item.id@/2023-04-05]].

      :::internal
      @open short.block@
      :::
    status: in-progress
    by: [{value: ar-trade, audience: internal}, @agency.id@]
    forum: @forum.id@
    corrects: 1.@item.id@.z/2020-01-05
    evidence:
      - {title: Public minutes, url: "https://minutes.example/"}
      - title: "@open short.evidence@"
        url: https://@open short.evidence host@.example/
        class: news
        lang: @lang.open short@
        date: @year.open short.evidence@
        archived: https://archive.example/@open short.archived@
        audience: internal
    values:
      - {indicator: closed-one, period: 2019-H2, value: @number.closed value@, note: "@closed value.note@"}
    meeting: {state: planned, number: @number.open short@, place: "@open short.place@", end: @year.open short.end@, audience: internal}
    assessment:
      assessor: "@open short.assessor@"
      verdict: limited
      scale: "@open short.scale@"
      method: "@open short.method@"
      url: https://@open short.assessment host@.example/
      audience: internal
---

[[1.@item.id@]] and [[@year.update.date@-02-03-@update.id@]] come first, then [[@forum.id@]].

## On [[@agency.id@]] and [[@forum.alias@]]

| [[@source.id@]] | [[@source.alias@\|a source]] |
|---|---|
| [[@page.id@]] | [a page](../../pages/@page.id@.md) |

A note.[^n]

[^n]: As [[@agency.alias@]] says.

:::internal
@open item.block@
:::
"#,
    ),
    (
        "content/areas/02-open/2.1.a-closed.md",
        "---\ntitle: \"@open part.title@\"\nkind: event\naudience: internal\n---\n",
    ),
    (
        "content/areas/01-trade/1.@item.id@.z-item.md",
        "---\ntitle: \"@last part.title@\"\nkind: event\naudience: public\nupdates:\n  - {date: 2020-01-05, note: \"@last part.note@\"}\n---\n",
    ),
    (
        "content/updates/2022/2022-03-04-open.md",
        r#"---
title: Open update
date: 2022-03-04
items: ["2.1", {value: "1.1", audience: internal}, "1.@item.id@"]
areas: [{value: "1", audience: internal}, @area.number@]
by: [@second agency.id@, {value: ar-trade, audience: internal}]
forum: @forum.id@
kind: correction
reason: A slip.
corrects: @second update.alias@
evidence:
  - {title: "@open update.evidence@", url: "https://@open update.evidence host@.example/", audience: internal}
values:
  - {indicator: public-one, period: 2020, value: @number.open value@, note: "@open value.note@", audience: internal}
  - {indicator: numbers, period: 2019, value: @number.hidden value@, note: "@hidden value.note@"}
new-targets:
  - {indicator: public-one, period: @year.open new target@, value: 5, instead-of: 2031, audience: internal}
  - {indicator: numbers, period: @year.hidden new target@, value: 7, instead-of: 2031}
meeting: {state: held, number: @number.open update@, place: "@open update.place@", end: @year.open update.end@, audience: internal}
assessment: {assessor: "@open update.assessor@", verdict: complete, scale: "@open update.scale@", method: "@open update.method@", url: "https://@open update.assessment host@.example/", audience: internal}
aliases: [{value: @open update.alias@, audience: internal}]
---

:::internal
@open update.block@
:::

[the update](../@update.folder@/@year.update.date@-02-03-@update.id@.md) and [[@second update.other alias@|another]].
"#,
    ),
    (
        "content/updates/2020/2020-06-07-@second update.id@.md",
        "---\ntitle: \"@second update.title@\"\ndate: 2020-06-07\nplan: true\naliases: [@second update.alias@, @second update.other alias@]\naudience: internal\n---\n",
    ),
    (
        "content/updates/2022/2022-05-06-only-closed.md",
        "---\ntitle: \"@left out.title@\"\ndate: 2022-05-06\nitems: [\"1.@item.id@\"]\nareas: [@area.number@]\n---\n\n@left out.body@\n",
    ),
    (
        "content/agencies/ar-open.md",
        r#"---
name: Open office
abbreviation: MOT
parent: @agency.id@
successor: @second agency.id@
valid: {from: @early.open agency.from@, to: @year.open agency.to@, audience: internal}
aliases: [{value: @open agency.alias@, audience: internal}]
---

:::internal
@open agency.block@
:::
"#,
    ),
    (
        "content/forums/open-round.md",
        r#"---
searched: [{date: 2023-05-01, where: "@open forum search.where@", languages: [en], words: "@open forum search.words@", found: "@open forum search.found@", audience: internal}]
name: Open round
parties: [Arland, {value: "@open forum.party@", audience: internal}]
valid: {from: @early.open forum.from@, to: @year.open forum.to@, audience: internal}
items: [{value: "1.1", audience: internal}, "2.1", "1.@item.id@"]
aliases: [{value: @open forum.alias@, audience: internal}]
---

:::internal
@open forum.block@
:::
"#,
    ),
    (
        "content/sources/open-source.md",
        r#"---
title: Open source
date: 2020
adopted-by: [Arland, {value: "@open source.party@", audience: internal}]
aliases: [{value: @open source.alias@, audience: internal}]
---

:::internal
@open source.block@
:::
"#,
    ),
    (
        "content/pages/open-page.md",
        r#"---
title: Open page
aliases: [{value: @open page.alias@, audience: internal}]
---

   :::internal
@open page.first block@
   :::

Words for everybody.[^n] And [the report][report] that is not there, by the MOT.

:::internal
## @open page.heading@ {#@open page.id@}

> A quotation: @open page.quotation@

- @open page.list@

| @open page.column@ |
|---|
| @open page.cell@ |

    @open page.code@

![@open page.picture@](files/@picture.name@.png) and [@open page.document@](../files/@document.name@.pdf)

<https://@open page.host@.example/> and [[1.1|@open page.words@]] and **@open page.bold@**.

[^n]: @open page.footnote@

[report]: https://report.example/@open page.label@ "@open page.hover@"
:::

[The paper](../areas/@area.folder@/files/@closed document.name@.pdf) is not for everybody.

:::internal

@open page.last block@

:::
"#,
    ),
    (
        "content/pages/open-pictures.md",
        "---\ntitle: Pictures\n---\n\n![A plan of the port](../areas/@area.folder@/files/@closed picture.name@.png)\n",
    ),
    (
        "content/editions/2016/plan.md",
        r#"---
title: Plan of 2016
parties: [Arland, {value: "@open edition.party@", audience: internal}]
adopted: 2016-01-01
---

:::internal
@open edition.block@
:::

The plan before.
"#,
    ),
];

/// Pictures, each with a comment inside.
pub const PICTURES: &[(&str, &str)] = &[
    ("content/pages/files/@picture.name@.png", "@picture.comment@"),
    ("content/areas/@area.folder@/files/@closed picture.name@.png", "@closed picture.comment@"),
    (super::records::PICTURE, "@item picture.comment@"),
    ("content/areas/02-open/files/figure.png", "@open item picture.comment@"),
];

/// Documents, each with a comment inside.
pub const DOCUMENTS: &[(&str, &str)] = &[
    ("content/files/@document.name@.pdf", "@document.comment@"),
    ("content/areas/@area.folder@/files/@closed document.name@.pdf", "@closed document.comment@"),
    ("content/files/@stray document.name@.pdf", "@stray document.comment@"),
];
