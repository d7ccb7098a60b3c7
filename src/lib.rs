//! Waypost: a static site generator for the documentation of community-first open source projects.
//!
//! One house, one direction:
//!
//! ```text
//!         load          parse          summarize        link
//!  disk ───────▶ Source ──────▶ Document ───────▶ Summary ══════▶ Site ── audit ──▶ Diagnostics
//!            └─▶ Asset             │             + Community       │ view
//!                                  │                               ▼
//!                                  ├──────────── with ──────────▶ View
//!                                  │                               │
//!                                  ├─ check(Document, View)        → Diagnostics → text · json
//!                                  └─ render(Document, View, Theme) → Output + Diagnostics → disk (build) · memory (serve)
//! ```
//!
//! Each module may use only those before it in this list; a test holds it to that. The book's architecture page says why.
//!
//! - [`source`]: bytes from the disk, places in texts, fingerprints
//! - [`diagnostic`]: what is wrong, where, and what to do; one emitter a file
//! - [`data`]: TOML, YAML, and literals of JavaScript as one tree with places, decoded into any type
//! - [`config`]: the settings
//! - [`document`]: a Markdown file, understood
//! - [`inventory`]: what a project's documentation holds, by name, for links between projects
//! - [`community`]: the community as typed data, one entity a file
//! - [`site`]: all pages together: URLs, order, navigation, links, views
//! - [`audit`]: checks of a whole site, one a file
//! - [`lint`]: checks of one page, one rule a file
//! - [`render`]: a document and its view as HTML; the theme
//! - [`search`]: the index that a reader's search goes through
//! - [`workspace`]: the pipeline put together; parallel, memoised
//! - [`output`]: files onto the disk
//! - [`serve`]: the live preview
//! - [`import`]: the settings of other generators, turned into ours
//! - [`command`]: the commands, one a file

#![warn(missing_docs)]

pub mod source;

pub mod diagnostic;

pub mod data;

pub mod config;

pub mod document;

pub mod inventory;

pub mod community;

pub mod site;

pub mod audit;
pub mod lint;
pub mod render;

pub mod search;

pub mod workspace;

pub mod import;
pub mod output;
pub mod serve;

pub mod command;
