//! The one integration test binary: a module for each capability.
#![allow(
    clippy::collapsible_if,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wrong_self_convention,
    unreachable_pub,
    reason = "tests stop at what they do not expect, and read as sentences"
)]

mod agreement;
mod answers_again;
mod architecture;
mod areas_in_areas;
mod as_of;
mod audience;
mod begin;
mod book;
mod built_in_themes;
mod calendar;
mod canaries;
mod cards;
mod carried_over;
mod check_formats;
mod check_pages;
mod code_hosts;
mod codes;
mod command_line;
mod current_status;
mod diff;
mod documentation;
mod earlier_texts;
mod editions;
mod embed;
mod everything;
mod facts;
mod faults_gates;
mod faults_text;
mod feeds;
mod files;
mod fix;
mod frozen_plan;
mod fuzz_smoke;
mod histories;
mod hostile_input;
mod import;
mod issue_form;
mod item_keys;
mod languages;
mod lists;
mod lsp;
mod mails;
mod measured_plan;
mod menu;
mod non_interference;
mod nothing_lost;
mod numbers;
mod office;
mod old_addresses;
mod one_cause;
mod open_data;
mod output_folder;
mod output_folder_unchanged;
mod outputs;
mod outside_tools;
mod own_fields;
mod package;
mod pages;
mod pdf;
mod progress;
mod propose;
mod published;
mod random;
mod real_book;
mod receive;
mod received_cells;
mod replies;
mod requests;
mod rereading;
mod role_sources;
mod rounds;
mod rules;
mod same_bytes;
mod schema;
mod search_in_browser;
mod serve;
mod settings_form;
mod site_files;
mod site_settings;
mod source_accounting;
mod status;
mod tags;
mod theme_check;
mod theme_reference;
mod themes;
mod time;
mod transcripts;
mod translated_pages;
mod translations;
mod translator;
mod twin_words;
mod twins;
mod typed;
mod untrusted;
mod words;
mod wrong_numbers;
