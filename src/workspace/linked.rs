//! All pages put together, and what follows from that. Entry point: [`link`].

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use super::Options;
use super::load::Inputs;
use crate::audit;
use crate::community::{self, Community, Data};
use crate::diagnostic::Diagnostic;
use crate::lint::{Scope, Term};
use crate::render::Theme;
use crate::site::{self, File, PageId, Site, Summary};
use crate::source::{Fingerprint, fingerprint_of};

/// A site, and everything that is known of it without looking into a page.
pub(super) struct Linked {
    /// Of everything that it was put together from: no view of a page depends on more.
    pub(super) fingerprint: Fingerprint,
    /// The site.
    pub(super) site: Arc<Site>,
    /// What the data and the audits found.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What the audit of the community found, for the page that shows it.
    pub(super) audit: Data,
    /// What pages name as a label and no record declares, with the label that was probably meant.
    pub(super) undeclared_labels: BTreeMap<String, Option<String>>,
    /// The words and names of the data.
    pub(super) terms: Vec<Term>,
    outputs: OnceLock<HashMap<String, PageId>>,
    searched: Vec<Vec<PageId>>,
    is_searched: HashSet<PageId>,
}

/// What a site is put together from.
pub(super) struct Args<'a> {
    pub(super) inputs: &'a Inputs,
    pub(super) options: &'a Options,
    pub(super) theme: &'a Theme,
    /// Of the pages that are published, with the fingerprint of each.
    pub(super) summaries: &'a [(Fingerprint, Arc<Summary>)],
    /// Of the texts of records.
    pub(super) records: &'a [(Fingerprint, Arc<Summary>)],
    /// Content paths of pages that are left out.
    pub(super) drafts: &'a [String],
}

impl Args<'_> {
    /// Of everything that `link` looks at.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        let Args { inputs, options, theme, summaries, records, drafts } = self;
        let summaries: Vec<Fingerprint> =
            summaries.iter().chain(*records).map(|(fingerprint, _)| *fingerprint).collect();
        let assets: Vec<_> =
            inputs.assets.iter().map(|asset| (&asset.path, &asset.source, asset.fingerprint)).collect();
        let data: Vec<_> = inputs.data_files.iter().map(|source| (&source.path, source.fingerprint)).collect();
        let inventories: Vec<_> = inputs.inventories.iter().map(|(name, (of, _))| (name, of)).collect();
        let around = (&inputs.repository_files, inputs.as_of, &inputs.folder_name, &inputs.history, inventories);
        let asked = (options.scope, options.as_of);
        fingerprint_of(&(
            inputs.config_fingerprint,
            theme.fingerprint,
            summaries,
            records.len(),
            drafts,
            assets,
            data,
            around,
            asked,
        ))
    }
}

/// Puts a site together. The fingerprint is that of the arguments.
pub(super) fn link((args, fingerprint): &(Args, Fingerprint)) -> Arc<Linked> {
    let Args { inputs, options, theme, summaries, records, drafts } = args;
    let community = community::read(&inputs.data_files);
    let mut diagnostics = community.diagnostics.clone();
    let newest = summaries.iter().filter_map(|(_, summary)| summary.front.updated).max();
    let alone =
        |summaries: &[(Fingerprint, Arc<Summary>)]| summaries.iter().map(|(_, summary)| summary.clone()).collect();
    let site = site::link(site::Input {
        as_of: inputs.as_of.or(newest),
        assets: inputs.assets.iter().map(|asset| (asset.path.to_string(), File::from(asset))).collect(),
        inventories: inputs.inventories.iter().map(|(name, (_, read))| (name.clone(), read.clone())).collect(),
        repository_files: inputs.repository_files.clone(),
        drafts: drafts.to_vec(),
        folder_name: inputs.folder_name.clone(),
        history: inputs.history.clone(),
        summaries: alone(summaries),
        records: alone(records),
        community: Arc::new(community),
        texts: theme.texts().clone(),
        config: inputs.config.clone(),
    });
    diagnostics.extend(audit::audit(&site));
    if matches!(options.scope, Scope::Lint | Scope::Audit) {
        diagnostics.extend(audit::advise(&site));
    }
    let audit = match site.block_home("health") {
        Some(_) => audit::data(&audit::report(&site)),
        None => Data::Null,
    };
    let searched = site.searched();
    Arc::new(Linked {
        is_searched: searched.iter().flatten().copied().collect(),
        searched,
        fingerprint: *fingerprint,
        undeclared_labels: undeclared_labels(&site),
        terms: terms(&site.community),
        site: Arc::new(site),
        diagnostics,
        audit,
        outputs: OnceLock::new(),
    })
}

impl Linked {
    /// The pages of each index of the search.
    pub(super) fn searched(&self) -> &[Vec<PageId>] {
        &self.searched
    }

    /// The search finds a page.
    pub(super) fn is_searched(&self, id: PageId) -> bool {
        self.is_searched.contains(&id)
    }

    /// The page that each file of the site is made from, by its path in the output folder.
    pub(super) fn outputs(&self) -> &HashMap<String, PageId> {
        self.outputs.get_or_init(|| {
            let pages = self.site.ids().map(|id| (id, self.site.page(id))).filter(|(_, page)| !page.shadowed);
            let files = pages.flat_map(|(id, page)| {
                let twin = page.twin.as_ref().map(|twin| (twin.clone(), id));
                [(page.output.clone(), id)].into_iter().chain(twin)
            });
            files.collect()
        })
    }
}

/// What pages name as a label and no record declares, with the label that was probably meant.
fn undeclared_labels(site: &Site) -> BTreeMap<String, Option<String>> {
    let undeclared = site::community::undeclared_labels(site).into_iter();
    undeclared.map(|(label, near)| (label.to_owned(), near.map(str::to_owned))).collect()
}

/// The words and names of the data, as rules need them.
fn terms(community: &Community) -> Vec<Term> {
    let terms = community.terms.iter().map(|record| Term {
        right: record.fields.term.clone(),
        wrong: record.fields.not.clone(),
        expansion: record.fields.expansion.clone(),
    });
    terms.collect()
}
