//! The theme: templates, components, styles, scripts and texts, the built-in ones unless the site has its own.
//! The door to `tera`.

mod builtin;
mod plural;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{ComponentArgType, Context, Tera, Value};

pub use self::builtin::{SCRIPTS, STYLES};
use self::plural::Plural;
use super::escape::escaped;
use super::html::PageHtml;
use super::{Body, Output, TocEntry, text};
use crate::community::Data;
use crate::data::{self, Notation};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::component::{Component, ComponentProperty, Components, Holds};
use crate::site::{ThemeView, View};
use crate::source::{Fingerprint, Source};

/// A theme, ready to render.
pub struct Theme {
    tera: Tera,
    components: Components,
    texts: BTreeMap<String, String>,
    style: Output,
    script: Output,
    early: String,
    has_own_templates: bool,
    /// Of everything in it: what is rendered with another theme is other bytes.
    pub fingerprint: Fingerprint,
}

/// The folder of a site's own theme files.
pub const FOLDER: &str = "theme";

/// The folder of a site's own components, beside its theme.
pub const COMPONENTS: &str = "components";

impl Theme {
    /// The built-in theme with a site's files over it: `templates/…`, `components/…`, `styles/…`, `scripts/…`, `i18n/…`.
    /// A file that cannot be used is reported and the built-in one stands.
    pub fn new(own: &[Source], language: &str) -> (Theme, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut files: BTreeMap<String, String> = builtin::FILES
            .iter()
            .map(|(path, text)| {
                let text = if path.ends_with(".js") { uncommented(text) } else { (*text).to_owned() };
                ((*path).to_owned(), text)
            })
            .collect();
        let texts = texts(&files, own, language, &mut diagnostics);
        for source in own {
            files.insert(source.content_path.to_string(), source.text.to_string());
        }
        let mut tera = engine(&files, language).unwrap_or_else(|error| {
            diagnostics.extend(template_errors(own, &error));
            let builtin = builtin::FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
            engine(&builtin, language).expect("the built-in templates parse: a test renders them all")
        });
        tera.global_context().insert("t", &texts);
        let style = joined(&files, builtin::STYLES, "styles/", ".css");
        let script = joined(&files, builtin::SCRIPTS, "scripts/", ".js");
        let early = files.get(builtin::EARLY_SCRIPT).cloned().unwrap_or_default();
        let all: Vec<u8> =
            files.iter().flat_map(|(path, text)| [path.as_bytes(), b"\0", text.as_bytes(), b"\0"].concat()).collect();
        let theme = Theme {
            style: asset("theme", "css", style),
            script: asset("theme", "js", script),
            early: uncommented(&early),
            has_own_templates: own.iter().any(|source| is_template(&source.content_path)),
            fingerprint: Fingerprint::of(&all),
            texts,
            components: components(&tera),
            tera,
        };
        (theme, diagnostics)
    }

    /// A page can fail to render: the site has templates of its own, or the page asks for one that is not there. The
    /// built-in templates render every page, and a test holds them to it.
    pub fn may_fail(&self, view: &View) -> bool {
        self.has_own_templates || !self.tera.contains_template(&view.template)
    }

    /// The files that every page refers to.
    pub fn outputs(&self) -> [&Output; 2] {
        [&self.style, &self.script]
    }

    /// What directives may name, with what each of them may hold.
    pub fn components(&self) -> &Components {
        &self.components
    }

    /// All interface texts.
    pub fn texts(&self) -> &BTreeMap<String, String> {
        &self.texts
    }

    /// An interface text; the key itself where there is none, so that it shows.
    pub(super) fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    /// Renders a component around a body of ready HTML.
    pub(super) fn component<K: Into<std::borrow::Cow<'static, str>>>(
        &self,
        name: &str,
        properties: impl IntoIterator<Item = (K, Value)>,
        body: &str,
    ) -> Result<String, String> {
        let mut context = Context::new();
        for (key, value) in properties {
            context.insert_value(key, value);
        }
        self.tera.render_component(name, &context, Some(body), true).map_err(|error| error.to_string())
    }

    /// Renders a block of community data, or the page of a record: `name` is the template's, from the folder `templates`.
    /// `text` is the record's own text as HTML.
    pub(super) fn community(&self, name: &str, view: &View, data: &Data, text: &str) -> Result<String, String> {
        let mut context = Context::new();
        context.insert("data", data);
        context.insert("site", &view.site);
        context.insert("page", &view.page);
        context.insert("root", &view.root);
        context.insert_value("text", Value::safe_string(text));
        self.tera.render(name, &context).map_err(|error| error.to_string())
    }

    /// Renders a view with its template. Where that fails the reader still gets the text, and the writer a finding.
    pub(super) fn page(&self, view: &View, page: &PageHtml) -> (String, Option<Diagnostic>) {
        let context = self.context(view, page);
        let known = self.tera.contains_template(&view.template);
        let template = if known { view.template.as_str() } else { "page.html" };
        let error = |template: &str, message: String, help: String| {
            let path: Arc<str> = format!("{FOLDER}/templates/{template}").into();
            Diagnostic::of_file("template-error", Severity::Error, &path, message).help(help)
        };
        match self.tera.render(template, &context) {
            Ok(html) if known => (html, None),
            Ok(html) => {
                let message = format!("there is no template `{}`, which `{}` asks for", view.template, view.page.url);
                let help = format!("add the file, or take `template` out; the templates are {}", self.template_names());
                (html, Some(error(&view.template, message, help)))
            }
            Err(problem) => {
                let message = format!("the page `{}` cannot be rendered with its template", view.page.url);
                (without_template(view, page), Some(error(template, message, problem.to_string())))
            }
        }
    }

    fn template_names(&self) -> String {
        let mut names: Vec<&str> = self.tera.get_template_names().filter(|name| !name.contains('/')).collect();
        names.sort_unstable();
        names.join(", ")
    }

    fn context(&self, view: &View, page: &PageHtml) -> Context {
        #[derive(Serialize)]
        struct ThemeContext<'a> {
            #[serde(flatten)]
            view: &'a ThemeView,
            styles: Vec<String>,
            scripts: Vec<String>,
            early: &'a str,
        }
        let files = |own: &Output, extra: &[String]| {
            let own = format!("{}{}", view.root, own.path);
            [own].into_iter().chain(extra.iter().cloned()).collect::<Vec<_>>()
        };
        let theme = ThemeContext {
            view: &view.theme,
            styles: files(&self.style, &view.theme.extra_styles),
            scripts: files(&self.script, &view.theme.extra_scripts),
            early: &self.early,
        };
        let mut context = Context::from_serialize(view).expect("a view is a map with string keys");
        context.insert("theme", &theme);
        context.insert("toc", &page.toc as &Vec<TocEntry>);
        context.insert("excerpt", &page.excerpt);
        context.insert_value("content", Value::safe_string(&page.html));
        let (lead, rest) = page.html.split_at(page.title_end);
        context.insert_value("lead", Value::safe_string(lead));
        context.insert_value("rest", Value::safe_string(rest));
        context
    }
}

/// The text alone, when the site's own template fails.
fn without_template(view: &View, page: &PageHtml) -> String {
    let title = escaped(&view.page.title);
    let heading = if view.page.own_heading { String::new() } else { format!("<h1>{title}</h1>\n") };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body><main>\n{heading}{}</main></body>\n</html>\n",
        escaped(&view.site.language),
        page.html
    )
}

fn engine(files: &BTreeMap<String, String>, language: &str) -> Result<Tera, tera::Error> {
    let mut tera = Tera::new();
    let texts: Vec<(&str, &str)> = files
        .iter()
        .filter_map(|(path, text)| {
            let name = is_template(path).then(|| path.strip_prefix("templates/").unwrap_or(path))?;
            Some((name, text.as_str()))
        })
        .collect();
    tera.register_filter("text", |text: &str, _: tera::Kwargs, _: &tera::State| Value::safe_string(&text::html(text)));
    tera.register_filter("plain", |text: &str, _: tera::Kwargs, _: &tera::State| crate::document::inline::plain(text));
    let plural = Plural::of(language);
    tera.register_filter("plural", move |number: u64, _: tera::Kwargs, _: &tera::State| plural.form(number));
    tera.add_raw_templates(texts)?;
    Ok(tera)
}

/// What the templates declare for writers. The theme's own parts have a dot in their names; frames around code are no
/// directives, and admonitions have names of their own.
fn components(tera: &Tera) -> Components {
    let names =
        tera.get_component_names().filter(|name| !name.contains('.') && !matches!(*name, "admonition" | "code"));
    let components = names.filter_map(|name| tera.get_component_definition(name)).map(|declared| {
        let given = declared.args().iter().filter(|property| !property.is_implicit());
        let properties = given.map(|property| ComponentProperty {
            name: property.name().to_owned(),
            holds: match property.arg_type() {
                Some(ComponentArgType::String) => Holds::Text,
                Some(ComponentArgType::Bool) => Holds::Flag,
                Some(ComponentArgType::Integer) => Holds::Whole,
                Some(ComponentArgType::Float | ComponentArgType::Number) => Holds::Number,
                Some(ComponentArgType::Array) => Holds::List,
                Some(ComponentArgType::Map) => Holds::Table,
                _ => Holds::Anything,
            },
            required: property.is_required(),
        });
        Component {
            name: declared.name().to_owned(),
            properties: properties.collect(),
            takes_any: declared.rest_param().is_some(),
        }
    });
    Components::new(components)
}

fn is_template(path: &str) -> bool {
    path.starts_with("templates/") || path.starts_with("components/")
}

/// Tera's report names the file and shows the line; it goes to the file that it names.
fn template_errors(own: &[Source], error: &tera::Error) -> Vec<Diagnostic> {
    let report = error.to_string();
    let culprit = own.iter().find(|source| {
        let name = source.content_path.strip_prefix("templates/").unwrap_or(&source.content_path);
        report.contains(name)
    });
    let path = culprit.map_or_else(|| Arc::from(FOLDER), |source| source.path.clone());
    let message = "the theme's templates cannot be used; the built-in theme stands in for them";
    vec![Diagnostic::of_file("template-error", Severity::Error, &path, message).help(report)]
}

/// The interface texts: English, the site's language over it, the site's own file over that.
fn texts(
    builtin: &BTreeMap<String, String>,
    own: &[Source],
    language: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let primary = language.split('-').next().unwrap_or(language);
    for name in ["en", primary, language] {
        let path = format!("i18n/{name}.toml");
        let own = own.iter().find(|source| *source.content_path == *path);
        if let Some(text) = builtin.get(&path) {
            texts.extend(table(text, None, diagnostics));
        }
        if let Some(source) = own {
            texts.extend(table(&source.text, Some(source), diagnostics));
        }
    }
    texts
}

fn table(text: &str, source: Option<&Source>, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
    let (tree, syntax) = data::read(Notation::Toml, text, 0);
    let decoded = data::decode::<BTreeMap<String, String>>(tree);
    if let Some(source) = source {
        let finding = |problem: &data::SyntaxError| {
            Diagnostic::new("invalid-translation", Severity::Error, &source.path, problem.span, &problem.message)
        };
        diagnostics.extend(syntax.iter().chain(&decoded.errors).map(finding));
    }
    decoded.value.unwrap_or_default()
}

/// The files of a list in its order, then those that the site added.
fn joined(files: &BTreeMap<String, String>, order: &[&str], prefix: &str, suffix: &str) -> String {
    let added = files.keys().map(String::as_str).filter(|path| {
        path.starts_with(prefix) && path.ends_with(suffix) && !order.contains(path) && *path != builtin::EARLY_SCRIPT
    });
    order.iter().copied().chain(added).filter_map(|path| files.get(path)).map(String::as_str).collect()
}

/// The fingerprint in the name lets browsers keep the file for ever.
fn asset(name: &str, extension: &str, text: String) -> Output {
    let bytes = text.into_bytes();
    let path = format!("waypost-assets/{name}.{}.{extension}", Fingerprint::of(&bytes).short());
    Output { path, body: Body::Bytes(bytes) }
}

/// A script of the built-in theme, as readers load it: its comments stand on lines of their own, and are for us.
fn uncommented(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests;
