//! Waypost's tests: stories of writers and maintainers, each with its input and the exact output in sight.
//!
//! One binary, because linking many costs more than running them. `support` holds what the stories share.

mod architecture;
mod authoring;
mod bad_input;
mod code;
mod community;
mod components;
mod corpora;
mod determinism;
mod documentation;
mod findings;
mod generated_reference;
mod history;
mod import_docusaurus;
mod import_mdbook;
mod includes;
mod incremental;
mod init;
mod links;
mod lint;
mod mdx;
mod mending;
mod moving;
mod navigation;
mod new;
mod output;
mod references;
mod search;
mod serve;
mod support;
mod theme;
mod vale;
mod vale_command;
mod warm;
