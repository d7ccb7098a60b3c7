//! Properties of directives: what is wrong with them, where they lead, and the id that one of them sets.

use super::Builder;
use crate::diagnostic::{Severity, nearest};
use crate::document::component::{Component, ComponentProperty, Holds};
use crate::document::{LinkRole, PropertyLink, PropertyPlace};
use crate::source::Span;

/// What every directive can have, whatever it is: ids and classes, in the spellings of several tools.
fn is_common(key: &str) -> bool {
    key.starts_with(['#', '.']) || matches!(key, "id" | "name" | "class" | "className" | "style" | "key")
}

impl Builder<'_> {
    /// Reports properties that the component does not know, lacks, or cannot read.
    pub(super) fn check_properties(&mut self, directive: u32, component: &Component, span: Span) {
        let name = &component.name;
        let written = self.document.directives[directive as usize].properties.clone();
        let places = self.document.places_of(directive).to_vec();
        let mut found: Vec<(Span, String, String)> = Vec::new();
        for ((key, value), PropertyPlace { key: key_place, value: value_place, .. }) in written.iter().zip(places) {
            match component.property(key) {
                Some(property) => {
                    if let Err(wanted) = property.holds.read(value) {
                        let message = format!("`{value}` is not what `{key}` of `{name}` can be");
                        let place = if value_place.start == value_place.end { key_place } else { value_place };
                        found.push((place, message, format!("write {wanted}")));
                    }
                }
                None if component.takes_any || is_common(key) => {}
                None => {
                    let known = || component.properties.iter().map(|property| &*property.name);
                    let help = match (nearest(key, known()), known().collect::<Vec<_>>().join("`, `")) {
                        (Some(near), _) => format!("did you mean `{near}`?"),
                        (None, known) if known.is_empty() => "it takes none".to_owned(),
                        (None, known) => format!("it takes `{known}`"),
                    };
                    found.push((key_place, format!("`{key}` is no property of `{name}`"), help));
                }
            }
        }
        let has =
            |wanted: &str| written.iter().any(|(key, _)| component.property(key).is_some_and(|p| p.name == wanted));
        // A title can be left out, an id is made, and a flag that is not given is off.
        let is_given = |it: &ComponentProperty| it.holds == Holds::Flag || matches!(&*it.name, "title" | "id");
        let needed = component.properties.iter().filter(|it| it.required && !is_given(it));
        for ComponentProperty { name: property, .. } in needed.filter(|property| !has(&property.name)) {
            let help = format!("add it in braces: `:::{name}{{{property}=…}}`");
            found.push((span, format!("`{name}` has no `{property}`"), help));
        }
        for (span, message, help) in found {
            self.report("component-property", Severity::Warning, span, message, help);
        }
    }

    /// `href` leads to a page or a file, and `src` loads one: they are checked as links are, wherever they stand.
    pub(super) fn link_properties(&mut self, directive: u32) {
        let properties = self.document.directives[directive as usize].properties.clone();
        let places: Vec<Span> = self.document.places_of(directive).iter().map(|place| place.value).collect();
        for (number, (key, value)) in properties.iter().enumerate() {
            let image = match &**key {
                "href" | "to" => false,
                "src" => true,
                _ => continue,
            };
            if value.is_empty() {
                continue;
            }
            let Some(&place) = places.get(number) else { continue };
            let words = place.of(&self.document.text);
            let quote = words.chars().next().filter(|c| matches!(c, '"' | '\''));
            let start = place.start + u32::from(quote.is_some());
            // A quote that nothing closes ends with the line.
            let end = place.end - u32::from(quote.is_some_and(|quote| words.len() > 1 && words.ends_with(quote)));
            let inner = Span { start, end };
            let link = self.link(value, "", "", inner, LinkRole::Html { image });
            self.document.property_links.push(PropertyLink { directive, property: number as u32, link });
        }
    }

    /// A tab can be linked to, by an id of its own that no heading of the same words would get; anything else by the id that
    /// the writer sets.
    pub(super) fn anchor_of(&mut self, directive: u32, title: &str) {
        let it = &self.document.directives[directive as usize];
        let is_tab = &*it.name == "tab";
        // Of a block of community data, they choose records.
        let is_common = !is_tab && !it.is_block();
        let own = it.properties.iter().find_map(|(key, value)| match &**key {
            "id" | "name" if is_common => Some(&**value),
            key => key.strip_prefix('#'),
        });
        let own = own.filter(|id| !id.is_empty() && !id.contains(char::is_whitespace)).map(Box::<str>::from);
        let named = || it.property("label").or(it.property("title")).unwrap_or("");
        let words = if title.is_empty() { named() } else { title };
        let anchor = match own {
            Some(id) => {
                self.anchors.take(&id);
                id
            }
            None if is_tab => self.anchors.for_text(&format!("tab {words}")),
            None => return,
        };
        self.document.html_ids.push(anchor.clone());
        self.document.directives[directive as usize].anchor = anchor;
    }
}
