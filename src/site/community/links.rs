//! Who refers to whom: each record with the records that name it, by field.

use std::collections::BTreeMap;

use crate::community::{Community, Data, LINK, REFERENCE};

/// Record → the field of the entity that names it → the records that do, as indices, in their order.
#[derive(Debug, Clone, Default)]
pub(in crate::site) struct Backlinks(BTreeMap<(String, String), Fields>);

/// Entity and field → records.
type Fields = BTreeMap<(&'static str, String), Vec<usize>>;

impl Backlinks {
    /// Looks through every record.
    pub(in crate::site) fn of(community: &Community) -> Backlinks {
        let mut backlinks = Backlinks::default();
        for (at, entry) in community.index.all.iter().enumerate() {
            let Data::Object(fields) = &entry.data else { continue };
            for (field, value) in fields {
                let mut found = Vec::new();
                references(value, &mut found);
                for (names, to) in found {
                    let Some(target) = community.index.find(names, to) else { continue };
                    let key = (target.entity.to_owned(), target.id.clone());
                    let from = backlinks.0.entry(key).or_default().entry((entry.entity, field.clone())).or_default();
                    if from.last() != Some(&at) {
                        from.push(at);
                    }
                }
            }
        }
        backlinks
    }

    /// The records of an entity that name this one in a field.
    pub(super) fn to(&self, entity: &str, id: &str, from: &str, field: &str) -> impl Iterator<Item = usize> {
        let found = self.0.get(&(entity.to_owned(), id.to_owned()));
        let found = found.and_then(|fields| fields.iter().find(|((name, known), _)| *name == from && known == field));
        found.map(|(_, from)| from.clone()).unwrap_or_default().into_iter()
    }
}

fn references<'a>(data: &'a Data, found: &mut Vec<(&'a str, &'a str)>) {
    match data {
        Data::Array(items) => items.iter().for_each(|item| references(item, found)),
        Data::Object(fields) => {
            let text = |key: &str| fields.get(key).and_then(Data::as_str);
            match (text(REFERENCE), text("to")) {
                (Some(LINK), _) => {}
                (Some(names), Some(to)) => found.push((names, to)),
                _ => fields.values().for_each(|value| references(value, found)),
            }
        }
        _ => {}
    }
}
