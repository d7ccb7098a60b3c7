//! The floor: read, parse, highlight, fill a template, write, with the bare libraries and nothing else.

use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use rayon::prelude::*;
use syntect::parsing::{ParseState, SyntaxSet};
use tera::{Context, Tera};

const TEMPLATE: &str =
    "<!DOCTYPE html><html><head><title>{{ title }}</title></head><body>{{ content | safe }}</body></html>";

/// Builds every page of a site into a folder.
pub fn build(site: &Path, out: &Path) {
    let syntaxes = two_face::syntax::extra_newlines();
    let mut tera = Tera::new();
    tera.add_raw_template("page.html", TEMPLATE).expect("the template parses");
    let content = site.join("content");
    let mut pages = Vec::new();
    collect(&content, &mut pages);
    pages.par_iter().for_each(|file| {
        let text = std::fs::read_to_string(file).expect("the corpus is UTF-8");
        let html = body(&text, &syntaxes);
        let mut context = Context::new();
        context.insert("title", &file.to_string_lossy());
        context.insert_value("content", tera::Value::safe_string(&html));
        let page = tera.render("page.html", &context).expect("the template renders");
        let target = out.join(file.strip_prefix(&content).expect("the page lies in the content")).with_extension("");
        std::fs::create_dir_all(&target).expect("the folder can be made");
        std::fs::write(target.join("index.html"), page).expect("the page can be written");
    });
}

fn collect(folder: &Path, pages: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the corpus can be read").flatten() {
        match entry.path() {
            path if path.is_dir() => collect(&path, pages),
            path => pages.push(path),
        }
    }
}

/// Text and tags as they come; the time is in the parsing and the highlighting.
fn body(text: &str, syntaxes: &SyntaxSet) -> String {
    let mut html = String::with_capacity(text.len() * 2);
    let mut state = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_GFM) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let language = info.split([' ', ',']).next().unwrap_or("");
                state = syntaxes.find_syntax_by_token(language).map(ParseState::new);
            }
            Event::End(TagEnd::CodeBlock) => state = None,
            Event::Text(text) | Event::Code(text) => {
                if let Some(state) = &mut state {
                    for line in text.split_inclusive('\n') {
                        let operations = state.parse_line(line, syntaxes).expect("the grammar parses");
                        html.push_str(&format!("<span>{}</span>", operations.len()));
                    }
                }
                html.push_str(&text);
            }
            Event::Start(_) => html.push_str("<div>"),
            Event::End(_) => html.push_str("</div>"),
            _ => {}
        }
    }
    html
}
