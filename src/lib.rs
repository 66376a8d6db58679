//! planbook: a static site generator for action plans.
//!
//! A build is a pure function from a tree of files and a few options to a site and a list of problems. The modules
//! below are its stages, in the order in which data flows through them; [`build`] is that function.
//!
//! 1. [`source`] reads files into a [`Tree`](source::Tree) of bytes.
//! 2. [`config`] and [`parse`] turn each file into one typed document ([`markdown`] its body), [`date`] its dates.
//! 3. [`plan`] resolves the references between documents.
//! 4. [`check`] reports the problems of a plan.
//! 5. [`publish`] makes the smaller plan that one audience may see on one day.
//! 6. [`outputs`] says which pages exist and what each shows. What one page needs is [`page`]; addresses are from [`route`],
//!    words from [`render`].
//! 7. [`links`] checks that every link of the finished pages leads somewhere.
//! 8. [`write`](mod@write) puts the site on the disk, whole or not at all.
//! 9. [`pdf`] prints the page of the whole plan, when a PDF is wanted instead.
//! 10. [`reporting_requests`] writes what each agency is asked to report, and [`period_report`] what changed in a period, when that is
//!     wanted instead.
//!
//! [`fix`] fixes what is certain, and [`edit`] writes it into the files of a book.
//! [`import`] is the way in for a plan that is written down elsewhere: a text or a table becomes the files of a book.
//! [`diff`] compares two states of a book instead, and says what of a change is stopped.
//! [`serve`] shows the site in a browser while the book is written, with pages that are made when somebody looks at them.
//!
//! [`lsp`] answers an editor, in which the book is written: its problems, what can be written, what an id is.
//!
//! [`theme_check`] takes a theme through the same stages with a plan of its own, and looks at the pages.
//!
//! [`schema`] is the table of keys that a front matter has, and [`scaffold`] writes the files that somebody begins with.
//!
//! [`stages`] names them for those who watch a command work.
//!
//! [`diag`] is used by all of them; [`cli`] is a thin face on [`build`] and [`theme_check`].

pub mod build;
pub mod characters;
pub mod check;
pub mod cli;
pub mod cms;
pub mod collation;
pub mod config;
pub mod date;
pub mod decimal;
pub mod diag;
pub mod diff;
pub mod direction;
pub mod edit;
pub mod facts;
pub mod failure;
pub mod fields;
pub mod fix;
pub mod import;
pub mod issue_form;
pub mod item_code;
pub mod language_codes;
pub mod language_marks;
pub mod limits;
pub mod line_breaks;
pub mod links;
pub mod loads;
pub mod lsp;
pub mod mail;
pub mod markdown;
pub mod outline;
pub mod outputs;
pub mod page;
pub mod parse;
pub mod pdf;
pub mod period_report;
pub mod plan;
pub mod plan_text;
pub mod po;
pub mod publish;
pub mod receive;
pub mod reimport;
pub mod render;
pub mod report;
pub mod reporting_requests;
pub mod rounds;
pub mod route;
pub mod scaffold;
pub mod schema;
pub mod sdg;
pub mod search;
pub mod serve;
pub mod site;
pub mod slug;
pub mod source;
pub mod stages;
pub mod text_document;
pub mod theme_check;
pub mod translating;
pub mod translation;
pub mod update_file;
pub mod visible;
pub mod vocabulary;
pub mod web_address;
pub mod web_page;
pub mod write;
