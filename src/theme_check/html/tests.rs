//! Each rule by a page that keeps it and one that does not.

use proptest::prelude::*;

use super::check;

/// A page that is right, with this in `<main>`.
fn page(main: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Harbour</title>\n</head>\n<body>\n\
         <main>\n<h1>Harbour</h1>\n{main}\n</main>\n</body>\n</html>\n"
    )
}

/// The line on which `main` of [`page`] begins.
const MAIN: usize = 11;

/// Code, line and sentence of each problem.
fn problems(html: &str) -> Vec<String> {
    check(html).into_iter().map(|f| format!("{}:{} {}", f.code.name, f.line, f.message)).collect()
}

#[track_caller]
fn wrong(main: &str, expected: &[&str]) {
    let expected: Vec<String> = expected
        .iter()
        .map(|text| {
            let (code, message) = text.split_once(' ').unwrap_or((text, ""));
            let (code, line) = code.split_once(':').unwrap_or((code, "0"));
            format!("{code}:{} {message}", MAIN + line.parse().unwrap_or(0))
        })
        .collect();
    assert_eq!(problems(&page(main)), expected);
}

#[track_caller]
fn right(main: &str) {
    wrong(main, &[]);
}

#[test]
fn html_as_people_write_it_is_right() {
    right("");
    right("<p>a<p>b<ul><li>c<li>d</ul><table><tr><th>e<td>f</table><br><br/><svg><path/></svg>");
    right(
        "<p>&amp; <i>a</i> <!-- b --> <b><i>c</i></b></p><pre>\n\n</pre><textarea title=\"x\"><p></textarea>",
    );
    right(
        "<details><summary>a</summary><dl><div><dt>b<dd>c</div></dl></details><noscript><p>d</p></noscript>",
    );
}

#[test]
fn tags_that_are_forgotten_or_crossed_are_found_where_they_are() {
    wrong("\n<div>\n<p>x</p>", &["invalid-html:1 `<div>` is not closed"]);
    wrong("<p>x</p>\n</section>", &["invalid-html:1 `</section>` closes no element"]);
    wrong("<b><i>x</b></i>", &["invalid-html `<i>` is not closed", "invalid-html `</i>` closes no element"]);
    wrong("<div/>x", &["invalid-html `<div>` is not closed"]);
    let cut = page("").replace("</main>\n</body>\n</html>\n", "");
    assert_eq!(problems(&cut), ["invalid-html:9 `<main>` is not closed"]);
}

#[test]
fn what_a_browser_would_mend_is_found() {
    wrong(
        "<p>a<ul></ul></p>",
        &[
            "invalid-html `</p>` closes a paragraph that already ended: a list, a table or a `<div>` ends a paragraph",
        ],
    );
    wrong("<p id=\"a\" id=\"b\">x", &["invalid-html an element has the same attribute twice"]);
    wrong(
        "<a href=\"x\">a<a href=\"y\">b</a></a>",
        &["invalid-html `<a>` is not allowed here", "invalid-html `</a>` closes no element here"],
    );
    wrong(
        "<table><tr><th>a</th></tr>b</table>",
        &["invalid-html there is text between the rows or cells of a table"],
    );
    wrong(
        "<td>x</td>",
        &["invalid-html `<td>` is not allowed here", "invalid-html `</td>` closes no element here"],
    );
}

#[test]
fn a_page_without_doctype_is_found_once() {
    assert_eq!(
        problems(&page("").replace("<!doctype html>\n", "")),
        ["invalid-html:1 the page does not start with `<!doctype html>`"]
    );
}

#[test]
fn the_head_says_language_title_and_viewport() {
    let broken = page("")
        .replace("lang=\"en\"", "lang=\"\"")
        .replace("Harbour</title>", " </title>")
        .replace("name=\"viewport\"", "name=\"view\"");
    assert_eq!(
        problems(&broken),
        [
            "inaccessible-page:2 the page does not declare its language",
            "inaccessible-page:3 the page has no title",
            "inaccessible-page:3 the page has no viewport for small screens",
        ]
    );
}

#[test]
fn there_is_one_main_and_one_first_heading() {
    let broken = page("").replace("main>", "div>").replace("h1>", "h2>");
    assert_eq!(
        problems(&broken),
        ["inaccessible-page:1 the page has no `<main>`", "inaccessible-page:1 the page has no `<h1>`",]
    );
    wrong("<h1>b</h1>", &["inaccessible-page the page has more than one `<h1>`"]);
    wrong("\n<main></main>", &["inaccessible-page:1 the page has more than one `<main>`"]);
}

#[test]
fn no_level_of_headings_is_skipped() {
    right("<h2>a</h2><h3>b</h3><h4>c</h4><h2>d</h2>");
    wrong("<h2>a</h2>\n<h4>b</h4>", &["inaccessible-page:1 an `<h4>` follows an `<h2>`"]);
}

#[test]
fn several_navigations_have_names_of_their_own() {
    right("<nav></nav>");
    right("<nav aria-label=\"a\"></nav><h2 id=\"b_b\">B</h2><nav aria-labelledby=\"b_b\"></nav>");
    wrong(
        "<nav aria-label=\"a\"></nav><nav></nav>",
        &["inaccessible-page one of several `<nav>` has no label"],
    );
    wrong(
        "<nav aria-label=\"a\"></nav><nav aria-label=\"a\"></nav>",
        &["inaccessible-page two `<nav>` have the same label, a"],
    );
}

#[test]
fn pictures_links_and_buttons_have_names() {
    right(
        "<img src=\"a\" alt=\"\"><a href=\"b\"><img src=\"c\" alt=\"d\"></a><a id=\"e\"></a><button>f</button>",
    );
    right("<a href=\"b\" aria-label=\"g\"></a><a href=\"b\"><span aria-label=\"h\"></span></a>");
    wrong("<img src=\"a\">", &["inaccessible-page an `<img>` has no `alt`"]);
    wrong("<a href=\"b\"><img src=\"c\" alt=\"\"></a>", &["inaccessible-page a link has no name"]);
    wrong("<a href=\"b\"><span aria-hidden=\"true\">x</span></a>", &["inaccessible-page a link has no name"]);
    wrong("<button> </button>", &["inaccessible-page a button has no name"]);
}

#[test]
fn fields_have_labels() {
    right(
        "<label for=\"a_a\">x</label><input id=\"a_a\"><label>y <select></select></label><input type=\"submit\">",
    );
    right("<input type=\"hidden\"><textarea aria-label=\"z\"></textarea><input type=\"image\" alt=\"go\">");
    right("<p aria-hidden=\"true\"><input></p>");
    wrong("<p hidden><input></p>", &["inaccessible-page a field of a form has no label"]);
    wrong("<input type=\"search\">", &["inaccessible-page a field of a form has no label"]);
    wrong("<label><input></label>", &["inaccessible-page a field of a form has no label"]);
    wrong(
        "<label for=\"b_b\">x</label>\n<select id=\"a_a\"></select>",
        &[
            "inaccessible-page `for` refers to the id `b_b`, which is not on the page",
            "inaccessible-page:1 a field of a form has no label",
        ],
    );
}

#[test]
fn tables_have_heads() {
    right("<table role=\"presentation\"><tr><td>x</td></tr></table>");
    wrong("<table><tr><td>x</td></tr></table>", &["inaccessible-page a table has no `<th>`"]);
}

#[test]
fn ids_are_there_once_and_what_refers_to_them_finds_them() {
    wrong(
        "<p id=\"a\"></p><p id=\"a\"></p><p id=\"\"></p>",
        &["invalid-html the id `a` occurs twice", "invalid-html `` is not an id"],
    );
    wrong(
        "<p aria-labelledby=\"x y\"></p><p id=\"x\"></p>",
        &["inaccessible-page `aria-labelledby` refers to the id `y`, which is not on the page"],
    );
}

#[test]
fn nothing_is_inline() {
    right("<script src=\"a.js\" defer></script><script type=\"application/ld+json\">{}</script>");
    wrong("<p style=\"color: red\">x</p>", &["inline-code `<p>` has a `style`"]);
    wrong("<p onclick=\"x()\">x</p>", &["inline-code `<p>` has an `onclick`"]);
    wrong("<a href=\" java\tscript:x()\">x</a>", &["inline-code `href` of `<a>` is a script"]);
    for kind in
        ["text/plain\" data-category=\"analytics\" data-src=\"a.js", "text/template", "application/json"]
    {
        right(&format!("<script type=\"{kind}\">x</script>"));
    }
    for script in ["<script>x()</script>", "<script type=\"module\">x()</script>"] {
        wrong(script, &["inline-code the page contains an inline script"]);
    }
    let styled = page("").replace("</head>", "<style>p { color: red }</style>\n</head>");
    assert_eq!(problems(&styled), ["inline-code:7 the page has a `<style>`"]);
}

#[test]
fn text_that_is_no_html_ends() {
    for html in
        ["", "<", "<svg></p><style>", "<template><tr>", "<script>", "</p></br><table><a>x<a>", "<!---->\0"]
    {
        check(html);
    }
    check(&"<div>".repeat(5_000));
    check(&"<table><b>".repeat(500));
}

/// What parsers trip over, in any order.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<a href=x>",
    "</a>",
    "<b>",
    "</b>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<svg>",
    "<title>",
    "</svg>",
    "<select>",
    "<option>",
    "<template>",
    "</template>",
    "<form>",
    "</form>",
    "<math>",
    "<mi>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<frameset>",
    "<body id=x>",
    "<html lang=y>",
    "</body>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&x;",
    "\0",
    "<h1>",
    "</h2>",
    "<button>",
    "<nav>",
    "<input>",
    "<noscript>",
    "<!doctype html>",
    "x",
    " ",
    "\n",
    "<",
    "\"",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_page_is_too_odd_to_be_looked_at(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        let html = pieces.concat();
        let lines = html.lines().count().max(1);
        for finding in check(&html) {
            prop_assert!((1..=lines + 1).contains(&finding.line), "{} {}", finding.line, finding.message);
        }
    }
}
