//! A page's text, and what others may see of it. Entry points: [`Parsed::read`], [`Parsed::document`].
//!
//! A build that knows what others may see of a page from an earlier one need not understand its text, unless it renders
//! the page.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::included::SiteFiles;
use crate::document::{self, Dialect, Document};
use crate::site::{self, Summary};
use crate::source::{Fingerprint, Source, fingerprint_of};

/// A page, or the text of a record, as it was saved once.
pub(super) struct Parsed {
    /// Of the text, the settings, and the files that it takes parts from: all that the rest follows from.
    pub(super) fingerprint: Fingerprint,
    /// What others may see of it.
    pub(super) outside: Outside,
    /// There may be findings in it, or comments that allow some.
    pub(super) has_remarks: bool,
    /// The files that it takes parts from.
    pub(super) included: Vec<Arc<str>>,
    document: OnceLock<Document>,
    text: Text,
}

/// A text, and how it is to be understood.
#[derive(Clone)]
pub(super) struct Text {
    pub(super) source: Source,
    /// The text of a record: pages and those differ in what stands above them.
    pub(super) of_record: bool,
    pub(super) dialect: Arc<Dialect>,
    /// Of the dialect: it is the same for all texts.
    pub(super) of_dialect: Fingerprint,
    /// Where parts of other files come from.
    pub(super) files: Arc<SiteFiles>,
    /// Counts texts that were understood.
    pub(super) count: Arc<AtomicUsize>,
}

/// What others may see of a page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Outside {
    pub(super) summary: Arc<Summary>,
    /// Of the summary.
    pub(super) fingerprint: Fingerprint,
    /// Languages of its code blocks.
    pub(super) languages: BTreeSet<Box<str>>,
}

impl Text {
    /// Of everything that understanding looks at.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        let Source { path, content_path, fingerprint, .. } = &self.source;
        fingerprint_of(&(path, content_path, fingerprint, self.of_record, self.of_dialect))
    }

    fn understand(&self) -> Document {
        self.count.fetch_add(1, Ordering::Relaxed);
        match self.of_record {
            true => document::parse_record(&self.source, &self.dialect, &*self.files),
            false => document::parse(&self.source, &self.dialect, &*self.files),
        }
    }
}

impl Parsed {
    /// Understands a text.
    pub(super) fn read(fingerprint: Fingerprint, text: Text) -> Parsed {
        let document = text.understand();
        let summary = site::summarize(&document, &text.source.content_path);
        let included: Vec<_> = document.included.iter().map(|file| (&file.path, file.fingerprint)).collect();
        let fingerprint = if included.is_empty() { fingerprint } else { fingerprint_of(&(fingerprint, &included)) };
        let included = included.into_iter().map(|(path, _)| path.clone()).collect();
        let languages = document.code_blocks.iter().map(|block| Box::from(block.options.language.as_str()));
        Parsed {
            fingerprint,
            outside: Outside {
                fingerprint: fingerprint_of(&summary),
                summary: Arc::new(summary),
                languages: languages.collect(),
            },
            has_remarks: !document.diagnostics.is_empty() || !document.allowances.is_empty(),
            included,
            document: OnceLock::from(document),
            text,
        }
    }

    /// A text without remarks, of which an earlier run told what others may see.
    pub(super) fn known(fingerprint: Fingerprint, text: Text, outside: Outside) -> Parsed {
        Parsed { fingerprint, outside, has_remarks: false, included: Vec::new(), document: OnceLock::new(), text }
    }

    /// The text, understood.
    pub(super) fn document(&self) -> &Document {
        self.document.get_or_init(|| self.text.understand())
    }

    /// From the site's folder.
    pub(super) fn path(&self) -> &Arc<str> {
        &self.text.source.path
    }
}
