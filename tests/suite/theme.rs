//! The theme: overrides file by file, and its own promises.

use waypost::site::community::BLOCKS;

use crate::support::{Site, files_below, package};

#[test]
fn a_site_overrides_the_theme_file_by_file() {
    let site = Site::of(&[
        (
            "waypost.toml",
            "[site]\nlanguage = \"de\"\n[theme]\ncss = [\"extra.css\"]\nscripts = [\"extra.js\"]\nhead = \"<meta name='x'>\"\naccent = \"#0b6e4f\"\n",
        ),
        ("content/index.md", "# Start\n\n:::note\nText.\n:::\n"),
        ("content/about.md", "+++\ntemplate = \"wide.html\"\n+++\n# About\n"),
        ("static/extra.css", "p {}"),
        ("static/extra.js", ""),
        ("theme/i18n/de.toml", "admonition_note = \"Hinweis\"\n"),
        (
            "theme/components/admonition.html",
            "{% component admonition(kind: string, look: string, title: string, word: string = \"\") %}<div class=\"own\">{{ title | safe }}: {{ body | safe }}</div>{% endcomponent admonition %}",
        ),
        ("theme/styles/tokens.css", ":root { --own: 1 }"),
        ("theme/styles/more.css", ".more { color: red }"),
        (
            "theme/templates/wide.html",
            "{% extends \"base.html\" %}{% block main %}WIDE {{ content | safe }}{% endblock %}",
        ),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    let page = built.file("index.html");
    for part in [
        "<html lang=\"de\" dir=\"ltr\">",
        "<div class=\"own\">Hinweis: <p>Text.</p>",
        "href=\"extra.css\"",
        "src=\"extra.js\"",
        "<meta name='x'>",
        "#0b6e4f",
    ] {
        assert!(page.contains(part), "the page lacks `{part}`");
    }
    assert!(built.file("about/index.html").contains("WIDE <h1"));
    let style = built
        .files
        .iter()
        .find(|(path, _)| path.starts_with("waypost-assets/theme.") && path.ends_with(".css"))
        .unwrap()
        .1;
    assert!(style.starts_with(":root { --own: 1 }") && style.ends_with(".more { color: red }"));
}

/// Readers and search engines who come to an old version learn of the current one, and of the same page in other languages.
#[test]
fn an_old_version_leads_to_the_current_one() {
    let settings = |version: &str| {
        format!(
            "[site]\nbase_url = \"https://d.example/{version}/\"\nversion = \"{version}\"\n\
             versions = [{{ label = \"2.1\", url = \"https://d.example/2.1/\", status = \"current\" }}, \
             {{ label = \"1.9\", url = \"https://d.example/1.9/\", status = \"old\" }}]\n\
             languages = [{{ label = \"English\", url = \"https://d.example/2.1/\", language = \"en\" }}, \
             {{ label = \"Deutsch\", url = \"https://d.example/de/\", language = \"de\" }}]\n"
        )
    };
    let page = |version: &str| {
        let site = Site::of(&[("waypost.toml", &settings(version)), ("content/a b.md", "# A\n")]);
        site.build().file("a b/index.html").to_owned()
    };
    let canonical = "<link rel=\"canonical\" href=\"https://d.example/2.1/a%20b/\">";
    let notice = "<p><span>These pages are about version 1.9, which is no longer current.</span> \
                  <a href=\"https://d.example/2.1/a%20b/\">Read this page in 2.1</a></p>";
    let german = "<link rel=\"alternate\" hreflang=\"de\" href=\"https://d.example/de/a%20b/\">";
    let [old, current] = ["1.9", "2.1"].map(page);
    for part in [canonical, notice, german] {
        assert!(old.contains(part), "an old page lacks {part}");
    }
    assert!(current.contains(canonical) && !current.contains("version-notice"));
}

#[test]
fn a_template_that_cannot_be_used_is_reported_and_the_site_stands() {
    let site = Site::of(&[
        ("content/index.md", "# Home\n"),
        ("content/other.md", "+++\ntemplate = \"gone.html\"\n+++\n# Other\n"),
        ("theme/templates/page.html", "{% block main %}{{ page.title }\n"),
    ]);
    let built = site.build();
    let findings = built.findings();
    assert_eq!(findings.len(), 2, "{findings:?}");
    assert!(
        findings[0].starts_with("error template-error theme/templates/gone.html: there is no template `gone.html`"),
        "{findings:?}"
    );
    assert!(
        findings[1].starts_with("error template-error theme/templates/page.html: the theme's templates cannot be used"),
        "{findings:?}"
    );
    assert!(built.file("index.html").contains("</html>") && built.file("other/index.html").contains("Other"));
}

#[test]
fn a_page_whose_template_fails_shows_its_text() {
    let site = Site::of(&[
        ("content/index.md", "# Home\n\nText.\n"),
        ("theme/templates/page.html", "{{ throw(message=\"no\") }}"),
    ]);
    let built = site.build();
    assert!(
        built.findings()[0]
            .starts_with("error template-error theme/templates/page.html: the page `/` cannot be rendered")
    );
    assert!(built.file("index.html").contains("<h1 id=\"home\">Home</h1>\n<p>Text.</p>"));
}

#[test]
fn every_interface_text_is_used_and_every_used_one_is_there() {
    let theme = files_below(&package().join("themes/default"));
    let text = |path: &str| String::from_utf8(theme[path].clone()).unwrap();
    let texts = text("i18n/en.toml");
    let keys: Vec<&str> = texts.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key.trim()).collect();
    assert!(keys.len() > 30);
    let templates: String = theme.keys().filter(|path| path.ends_with(".html")).map(|path| text(path)).collect();
    let code: String = ["src/render", "src/site"]
        .iter()
        .flat_map(|folder| files_below(&package().join(folder)).into_values())
        .map(|bytes| String::from_utf8(bytes).unwrap())
        .collect();
    // `t["code_" ~ code]`, `field="code"`, `key="pathways"` (with `_one` and `_other`), and their like in Rust.
    let is_made_of_parts = |key: &str| {
        key.match_indices('_').any(|(at, _)| {
            let (head, tail) = (&key[..at], &key[at + 1..]);
            let is_block = ["block", "about"].contains(&head) && BLOCKS.iter().any(|block| block.name == tail);
            let in_templates = [format!("\"{head}_\" ~"), format!("field=\"{head}\""), format!("key=\"{head}\"")];
            let in_code = [format!("\"{head}_{{"), format!("\"{head}\"")];
            is_block
                || in_templates.iter().any(|part| templates.contains(part))
                || in_code.iter().any(|part| code.contains(part))
        })
    };
    for key in &keys {
        let used = templates.contains(&format!("t.{key}")) || code.contains(&format!("\"{key}\""));
        assert!(used || is_made_of_parts(key), "nothing uses the text `{key}`");
    }
    for (at, _) in templates.match_indices("t.") {
        let before = templates[..at].chars().next_back().unwrap();
        let rest = &templates[at + 2..];
        let key = &rest[..rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap()];
        if !before.is_alphanumeric() && !matches!(before, '_' | '.' | '-' | '"' | '/') && !key.is_empty() {
            assert!(keys.contains(&key), "a template uses the text `{key}`, which is not there");
        }
    }
}

#[test]
fn a_built_page_loads_nothing_from_elsewhere_and_is_small() {
    let site = Site::of(&[("content/index.md", "# Home\n\n```rust\nfn main() {}\n```\n"), ("content/a/b.md", "# B\n")]);
    let built = site.build();
    for (path, text) in built.files.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".css")) {
        for attribute in ["src=\"http", "src=\"//", "@import", "url(http", "<link rel=\"stylesheet\" href=\"http"] {
            assert!(!text.contains(attribute), "{path} loads from elsewhere: {attribute}");
        }
    }
    let weight: usize = built
        .files
        .iter()
        .filter(|(path, _)| *path == "index.html" || path.starts_with("waypost-assets/"))
        .map(|(_, text)| text.len())
        .sum();
    // Uncompressed; the bar is 60 kB after gzip.
    assert!(weight < 140_000, "a page weighs {weight} bytes");
}
