//! How money reaches the project, and who gave some.

use serde_json::{Value, json};

use super::{Block, Fields, Show, keys};

/// `:::funding`
pub(super) const BLOCK: Block = Block {
    name: "funding",
    entity: "funding",
    at: "community/funding",
    list: |community| keys(&community.funding),
    facets: &[],
    more,
    pages: None,
};

/// Those who gave and agreed to be named, and how many did not want to be.
fn more(show: &Show, fields: &mut Fields) {
    let community = show.community();
    let (public, others): (Vec<_>, Vec<_>) = community.sponsors.iter().partition(|sponsor| sponsor.fields.public);
    let sponsors = public.iter().map(|sponsor| show.record(&("sponsor", sponsor.id.clone())));
    fields.insert("sponsors".to_owned(), json!(sponsors.collect::<Vec<Value>>()));
    fields.insert("unnamed_sponsors".to_owned(), json!(others.len()));
    fields.insert("fundable".to_owned(), json!(show.home("fundable")));
    let governance = community.governance.as_ref();
    let speaks = governance.and_then(|governance| governance.fields.speaks_on_money.as_ref());
    let speaks = speaks.and_then(|team| community.index.find("team", &team.id)).map(|team| show.brief(team));
    fields.insert("speaks_on_money".to_owned(), json!(speaks));
    let rules = governance.and_then(|governance| governance.fields.paid_work_policy.clone());
    fields.insert("paid_work_policy".to_owned(), json!(rules.map(|rules| show.data(&json!(rules)))));
}
