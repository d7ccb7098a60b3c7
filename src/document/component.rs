//! What directives may hold, as the theme's components declare it. Entry points: [`Components::find`], [`Holds::read`].
//!
//! A writer's word, in whichever spelling, finds its component here. What a component looks like is a matter of rendering.

use std::collections::BTreeMap;

use serde_json::Value;

/// Other tools' names for properties.
const PROPERTY_ALIASES: &[(&str, &str)] = &[
    ("caption", "name"),
    ("emphasizelines", "mark"),
    ("endbefore", "before"),
    ("groupid", "sync"),
    ("header", "title"),
    ("label", "title"),
    ("lang", "language"),
    ("linenos", "numbered"),
    ("link", "href"),
    ("startafter", "after"),
    ("summary", "title"),
    ("to", "href"),
];

/// The components of a theme, by their names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Components {
    by_name: BTreeMap<String, Component>,
}

/// What a directive may hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Component {
    /// As the theme writes it.
    pub name: String,
    /// In order of their names.
    pub properties: Vec<ComponentProperty>,
    /// It takes properties that it does not name.
    pub takes_any: bool,
}

/// One property.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ComponentProperty {
    /// As the theme writes it.
    pub name: String,
    /// What it can be.
    pub holds: Holds,
    /// The component is nothing without it.
    pub required: bool,
}

/// What a property can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holds {
    /// Any words.
    Text,
    /// `true`, `false`, or the bare name.
    Flag,
    /// A number without a fraction.
    Whole,
    /// A number.
    Number,
    /// `[1, 2]` as in JSON, or words with commas or spaces between them.
    List,
    /// `{"a": 1}` as in JSON.
    Table,
    /// Whatever it looks like.
    Anything,
}

/// Other tools' names for what the theme has.
const ALIASES: &[(&str, &str)] = &[
    ("cardgrid", "cards"),
    ("codegroup", "tabs"),
    ("dropdown", "details"),
    ("for", "audience"),
    ("grid", "cards"),
    ("griditemcard", "card"),
    ("image", "figure"),
    ("linkcard", "card"),
    ("literalinclude", "include"),
    ("tabitem", "tab"),
    ("tabset", "tabs"),
];

impl Components {
    /// Those of a theme, and those that need none.
    pub fn new(of_theme: impl IntoIterator<Item = Component>) -> Components {
        let all = of_theme.into_iter().chain([slot(), include()]);
        Components { by_name: all.map(|component| (plain(&component.name), component)).collect() }
    }

    /// The component that a writer's word means: `TabItem`, `tab-item` and `tab_item` are one.
    pub fn find(&self, word: &str) -> Option<&Component> {
        let word = plain(word);
        let named = |name: &str| self.by_name.get(name);
        named(&word).or_else(|| named(ALIASES.iter().find(|(alias, _)| *alias == word)?.1))
    }

    /// Their names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.values().map(|component| &*component.name)
    }
}

impl Component {
    /// The property that a writer's word means.
    pub fn property(&self, word: &str) -> Option<&ComponentProperty> {
        let word = plain(word);
        let named = |word: &str| self.properties.iter().find(|property| plain(&property.name) == word);
        named(&word).or_else(|| named(PROPERTY_ALIASES.iter().find(|(alias, _)| *alias == word)?.1))
    }
}

impl Holds {
    /// What a writer's words mean, or what should stand in their place. A bare word has none.
    pub fn read(self, words: &str) -> Result<Value, &'static str> {
        let json = || serde_json::from_str::<Value>(words).ok();
        let value = match self {
            Holds::Text => Some(Value::from(words)),
            Holds::Flag => match words {
                "" | "true" => Some(Value::from(true)),
                "false" => Some(Value::from(false)),
                _ => None,
            },
            Holds::Whole => words.parse::<i64>().ok().map(Value::from),
            Holds::Number => words.parse::<f64>().ok().filter(|number| number.is_finite()).map(Value::from),
            Holds::List if words.starts_with('[') => json().filter(Value::is_array),
            Holds::List => {
                let parts = words.split([',', ' ']).map(str::trim).filter(|word| !word.is_empty());
                Some(parts.map(Value::from).collect())
            }
            Holds::Table => json().filter(Value::is_object),
            Holds::Anything if words.starts_with(['[', '{']) => Some(json().unwrap_or_else(|| Value::from(words))),
            Holds::Anything => Some(Value::from(words)),
        };
        value.ok_or(match self {
            Holds::Flag => "`true` or `false`",
            Holds::Whole => "a number without a fraction",
            Holds::Number => "a number",
            Holds::List => "a list such as `[1, 2]`",
            Holds::Table => "a table such as `{\"a\": 1}`",
            Holds::Text | Holds::Anything => "words",
        })
    }
}

/// The name of the directive whose content becomes a property of the component around it.
pub const SLOT: &str = "slot";

/// `:::slot{name=footer}`
fn slot() -> Component {
    let name = ComponentProperty { name: "name".to_owned(), holds: Holds::Text, required: true };
    Component { name: SLOT.to_owned(), properties: vec![name], takes_any: false }
}

/// The name of the directive that stands for a part of another file.
pub const INCLUDE: &str = "include";

/// `:::include{file=main.rs lines=3-10}`. The name of its frame is no `title`: words behind the directive's own name are
/// the file.
fn include() -> Component {
    let words = ["after", "as", "before", "file", "language", "lines", "mark", "marker", "name", "numbered"];
    let properties = words.map(|name| ComponentProperty {
        name: name.to_owned(),
        holds: if name == "numbered" { Holds::Flag } else { Holds::Text },
        required: name == "file",
    });
    Component { name: INCLUDE.to_owned(), properties: properties.into(), takes_any: false }
}

/// A name without what spellings differ in.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_')).flat_map(char::to_lowercase).collect()
}
