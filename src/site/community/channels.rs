//! Where to ask, where to talk.

use serde_json::{Value, json};

use super::{Block, Fields, Show, keys};
use crate::community::{Channel, ChannelStatus};

/// `:::channels`
pub(super) const BLOCK: Block = Block {
    name: "channels",
    entity: "channel",
    at: "community/channels",
    list: |community| {
        keys(community.channels.iter().filter(|channel| channel.fields.status != ChannelStatus::Archived))
    },
    facets: &["kind", "languages"],
    more,
    pages: None,
};

/// "Where do I ask?": every use with the channels that serve it, in the order in which they are declared.
fn more(show: &Show, fields: &mut Fields) {
    let mut questions: Vec<(String, Vec<Value>)> = Vec::new();
    let entries = fields.get("entries").and_then(Value::as_array).cloned().unwrap_or_default();
    for entry in &entries {
        let Some(channel) = entry["id"].as_str().and_then(|id| show.community().get::<Channel>(id)) else { continue };
        for question in &channel.fields.use_for {
            let link = json!({"title": channel.fields.name, "url": entry["url"], "anchor": entry["anchor"]});
            match questions.iter_mut().find(|(known, _)| known == question) {
                Some((_, channels)) => channels.push(link),
                None => questions.push((question.clone(), vec![link])),
            }
        }
    }
    let questions =
        questions.into_iter().map(|(question, channels)| json!({"question": question, "channels": channels}));
    fields.insert("questions".to_owned(), questions.collect());
    fields.insert("meetings".to_owned(), json!(show.home("meetings")));
}
