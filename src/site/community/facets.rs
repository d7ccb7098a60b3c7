//! Filters of a list. Values are numbered, so that a style sheet written once can filter any list without a script: an
//! entry carries the numbers that hold for it, and a checked option hides what does not carry its own.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// Options of one filter that the style sheet knows.
const MOST_OPTIONS: usize = 24;

/// Adds to each entry its numbers under `facets`, one text a filter, and returns the filters with their options.
/// Filters that would not part the list are left out.
pub(super) fn number(entries: &mut [Value], fields: &[&str]) -> Vec<Value> {
    let mut facets = Vec::new();
    for field in fields {
        let mut options: BTreeMap<(usize, String), (String, usize)> = BTreeMap::new();
        // What is over stands apart from the list, and cannot be what a reader filters for.
        let is_over = |entry: &Value| matches!(entry["status"].as_str(), Some("done" | "dropped"));
        for entry in entries.iter().filter(|entry| !is_over(entry)) {
            for (rank, key, title) in values(field, &entry[*field]) {
                options.entry((rank, key)).or_insert((title, 0)).1 += 1;
            }
        }
        if options.len() < 2 {
            continue;
        }
        let numbers: BTreeMap<String, usize> =
            options.keys().take(MOST_OPTIONS).enumerate().map(|(at, (_, key))| (key.clone(), at + 1)).collect();
        for entry in entries.iter_mut() {
            let held = values(field, &entry[*field]);
            let held: Vec<String> =
                held.iter().filter_map(|(_, key, _)| numbers.get(key)).map(usize::to_string).collect();
            if let Some(list) = entry.as_object_mut().map(|fields| fields.entry("facets").or_insert_with(|| json!([])))
                && let Some(list) = list.as_array_mut()
            {
                list.push(json!(held.join(" ")));
            }
        }
        let options = options.into_iter().take(MOST_OPTIONS).enumerate().map(
            |(at, ((_, key), (title, count)))| json!({"number": at + 1, "key": key, "title": title, "count": count}),
        );
        facets.push(json!({"field": field, "options": options.collect::<Vec<_>>()}));
    }
    facets
}

/// The values of a field: where they stand in their order, what they are, what they are called.
fn values(field: &str, value: &Value) -> Vec<(usize, String, String)> {
    let rank = |key: &str| order(field).iter().position(|known| *known == key).unwrap_or(usize::MAX);
    match value {
        Value::Array(items) => items.iter().flat_map(|item| values(field, item)).collect(),
        Value::String(text) => vec![(rank(text), text.clone(), text.clone())],
        Value::Object(reference) => match (&reference.get("id"), &reference.get("title")) {
            (Some(Value::String(id)), Some(Value::String(title))) => vec![(usize::MAX, id.clone(), title.clone())],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Values that have an order of their own.
fn order(field: &str) -> &'static [&'static str] {
    match field {
        "code" => &["none", "low", "yes"],
        "time" => &["hour", "day", "longer", "regular"],
        "horizon" => &["now", "next", "later", "exploring"],
        "level" => &["end-user", "super-user", "admin", "developer", "contributor", "customer", "funder"],
        "existing" => &["today", "hoped-for"],
        _ => &[],
    }
}
