//! MyST's `myst.xref.json`: a list of references, each with the page that it is on. The file holds no titles.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::Object;

#[derive(Deserialize)]
struct Reference {
    identifier: Option<String>,
    /// The id on the page, where that is not the identifier.
    html_id: Option<String>,
    kind: String,
    url: String,
    /// The identifier was made from a heading: another page may have the same.
    #[serde(default)]
    implicit: bool,
}

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Object>, String> {
    let mut file: Value = serde_json::from_slice(bytes).map_err(|why| format!("is no JSON: {why}"))?;
    let Some(Value::Array(references)) = file.get_mut("references").map(Value::take) else {
        return Err("has no list of `references`".to_owned());
    };
    // One that says too little is passed over: there are kinds that this program does not know.
    let references = references.into_iter().filter_map(|reference| serde_json::from_value(reference).ok());
    let references: Vec<Reference> = references.collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for identifier in references.iter().filter_map(|reference| reference.identifier.as_deref()) {
        *uses.entry(identifier).or_default() += 1;
    }
    let mut objects = Vec::new();
    for reference in &references {
        let path = reference.url.trim_matches('/');
        let page = if path.is_empty() { "index" } else { path };
        let is_page = reference.kind == "page";
        if is_page {
            objects.push(Object::new(page, "page", path, None));
        }
        let Some(identifier) = &reference.identifier else { continue };
        let id = reference.html_id.as_ref().unwrap_or(identifier);
        let uri = if is_page { path.to_owned() } else { format!("{path}#{id}") };
        if !reference.implicit || uses[identifier.as_str()] == 1 {
            objects.push(Object::new(identifier, &reference.kind, &uri, None));
        }
        if !is_page {
            let name = format!("{page}#{identifier}");
            objects.push(Object::new(&name, &reference.kind, &uri, Some(identifier)));
        }
    }
    Ok(objects)
}
