//! Diagrams: Mermaid in, SVG out, and what is wrong where there is none. The door to `merman`.
//!
//! A drawing names no colour of its own but the theme's custom properties, so it is light where the page is light, and dark
//! where it is dark. It carries [`ID`] where an id must be told from those of other drawings of the page.

use std::collections::BTreeSet;
use std::sync::Arc;

use merman::svg::{
    DeterministicTextMeasurer, HostTheme, MeasurementProfileId, Presentation, SvgRenderOptions, TextMeasurementPolicy,
    TextMeasurementProfile, TextMeasurementProfileIdentity, TextStyle, ThemeRole,
};
use merman::{
    Engine, MermaidConfig, OperationControl, RenderOutput, RenderRequest, Renderer, SvgEnvironment, SvgRequest,
};

use super::arial;

/// The language of blocks that hold a diagram.
pub const LANGUAGE: &str = "mermaid";
/// What every id of a drawing begins with.
pub(super) const ID: &str = "wp-diagram";

/// Fonts whose letters are as wide as those that the drawing is made for: one of them is on every desktop and phone.
const FONTS: &str = "Arial, \"Liberation Sans\", Arimo, Helvetica, sans-serif";

/// A colour that the library is given, for what, and what stands in the drawing for it. No two are equal, so each can be
/// found again.
const COLOURS: &[(ThemeRole, &str, &str)] = &[
    (ThemeRole::Canvas, "#fefefe", "var(--page)"),
    (ThemeRole::Surface, "#f4f7f6", "var(--surface)"),
    (ThemeRole::SurfaceAlt, "#e3f0ed", "var(--tint)"),
    (ThemeRole::SurfaceMuted, "#eef1f0", "var(--surface)"),
    (ThemeRole::Text, "#18211f", "var(--text)"),
    (ThemeRole::SubtleText, "#45514e", "var(--muted)"),
    (ThemeRole::Border, "#7a8682", "var(--edge)"),
    (ThemeRole::Line, "#45514f", "var(--muted)"),
    (ThemeRole::EdgeLabelBackground, "#fdfefd", "var(--page)"),
    (ThemeRole::ClusterBackground, "#f4f7f7", "var(--surface)"),
    (ThemeRole::ClusterBorder, "#7a8683", "var(--edge)"),
    (ThemeRole::NoteBackground, "#fdf3dc", "var(--note)"),
    (ThemeRole::NoteBorder, "#704401", "var(--amber)"),
    (ThemeRole::NoteText, "#182120", "var(--text)"),
    (ThemeRole::ActorBackground, "#e3f0ee", "var(--tint)"),
    (ThemeRole::ActorBorder, "#007864", "var(--accent)"),
    (ThemeRole::ActorText, "#18211e", "var(--text)"),
    (ThemeRole::ActivationBackground, "#d9e0de", "var(--line)"),
    (ThemeRole::ActivationBorder, "#7a8681", "var(--edge)"),
    (ThemeRole::Error, "#971718", "var(--red)"),
    (ThemeRole::Warning, "#704402", "var(--amber)"),
    (ThemeRole::Success, "#145a36", "var(--green)"),
];

/// The same for parts that are counted: slices, branches, sections.
const SERIES: &[(&str, &str)] = &[
    ("#174a92", "var(--blue)"),
    ("#145a35", "var(--green)"),
    ("#6d2a8c", "var(--purple)"),
    ("#704400", "var(--amber)"),
    ("#971717", "var(--red)"),
    ("#0a5560", "var(--teal)"),
];

/// Colours that the library does not ask for, and what stands for them.
const OTHERS: &[(&str, &str)] = &[
    ("rgba(238, 241, 240, 0.5)", "var(--page)"),
    ("rgba(253, 254, 253, 0.5)", "var(--page)"),
    ("#ffffff", "var(--page)"),
    ("#baaeb1", "var(--page)"),
    ("fill=\"white\"", "fill=\"var(--page)\""),
    ("fill=\"black\"", "fill=\"var(--text)\""),
    ("stroke=\"black\"", "stroke=\"var(--text)\""),
    ("fill=\"#000\"", "fill=\"var(--text)\""),
    ("stroke=\"#000\"", "stroke=\"var(--text)\""),
    ("fill=\"#eaeaea\" stroke=\"#666\"", "fill=\"var(--tint)\" stroke=\"var(--edge)\""),
    ("stroke=\"#999\"", "stroke=\"var(--edge)\""),
];

/// Draws diagrams.
pub(super) struct Artist {
    renderer: Renderer,
    request: SvgRequest,
}

impl Artist {
    pub(super) fn new() -> Artist {
        let theme = HostTheme::new().try_with_font_family(FONTS).expect("these are names of fonts");
        let theme = COLOURS
            .iter()
            .fold(theme, |theme, (role, colour, _)| theme.try_with_role(*role, *colour).expect("this is a colour"));
        let series: Vec<&str> = SERIES.iter().map(|(colour, _)| *colour).collect();
        let theme = theme.try_with_series_palette(series).expect("these are colours");
        let resolved = Presentation::new().with_theme(theme).resolve();
        let settings = MermaidConfig::from_value(serde_json::json!({
            "look": "classic",
            "fontFamily": FONTS,
            "fontSize": 14,
            "themeVariables": { "fontFamily": FONTS, "fontSize": "14px" },
        }));
        let identity = MeasurementProfileId::new("waypost.arial")
            .and_then(|id| TextMeasurementProfileIdentity::new(id, "1"))
            .expect("this is a name");
        let width = |text: &str, style: &TextStyle| arial::width(text, style.font_size, style.font_weight.as_deref());
        let measurer = DeterministicTextMeasurer::default().with_width_callback(width);
        let measuring = TextMeasurementPolicy::uniform(TextMeasurementProfile::new(identity, measurer));
        Artist {
            renderer: Renderer::new()
                .with_engine(resolved.materialize_engine(Engine::new().with_site_config(settings))),
            request: SvgRequest {
                environment: SvgEnvironment::deterministic().with_text_measurement_policy(measuring),
                presentation: resolved.render_policy(),
                options: SvgRenderOptions { diagram_id: Some(ID.to_owned()), ..SvgRenderOptions::default() },
                ..SvgRequest::default()
            },
        }
    }

    /// The drawing of a diagram, or why there is none.
    pub(super) fn draw(&self, source: &str) -> Result<Arc<str>, String> {
        let request = RenderRequest::svg(source, OperationControl::new(), self.request.clone());
        match self.renderer.render(request) {
            Ok(RenderOutput::Svg(Some(drawing))) => Ok(themed(drawing.svg()).into()),
            Ok(_) => Err("it does not begin with the name of a diagram that is known".to_owned()),
            Err(error) => Err(words(&error.to_string())),
        }
    }
}

/// What the library says, in a line.
fn words(error: &str) -> String {
    let line = error.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("it cannot be read");
    match line.strip_prefix("Unsupported diagram type: ").and_then(|rest| rest.split_once(';')) {
        Some((kind, _)) => format!("diagrams of the kind `{kind}` are not drawn yet"),
        None => line.trim_end_matches(['.', ':']).to_owned(),
    }
}

/// The drawing in the theme's colours, and as HTML has it.
fn themed(svg: &str) -> String {
    let mut themed = svg.to_owned();
    let roles = COLOURS.iter().map(|(_, colour, property)| (*colour, *property));
    for (colour, property) in roles.chain(SERIES.iter().copied()) {
        themed = themed.replace(colour, property);
        // Where a style is written by a script, it is written so.
        if let Ok(number) = u32::from_str_radix(&colour[1..], 16) {
            let (red, green, blue) = (number >> 16, number >> 8 & 0xff, number & 0xff);
            themed = themed.replace(&format!("rgb({red}, {green}, {blue})"), property);
        }
    }
    for (from, to) in OTHERS {
        themed = themed.replace(from, to);
    }
    // Paragraphs must not stand in lines of text.
    for (from, to) in
        [("<p>", "<span class=\"label-line\">"), ("</p>", "</span>"), ("<br/>", "<br>"), ("<br />", "<br>")]
    {
        themed = themed.replace(from, to);
    }
    without_unused_ids(&without_unused_rules(&themed))
}

/// Most ids are for scripts, and some kinds of diagrams give one twice.
fn without_unused_ids(svg: &str) -> String {
    let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    let name = |text: &'_ str| -> Box<str> { text[..text.find(|c| !is_of_name(c)).unwrap_or(text.len())].into() };
    let references = ["#", "labelledby=\"", "describedby=\""];
    let used: BTreeSet<Box<str>> =
        references.iter().flat_map(|mark| svg.split(mark).skip(1).map(name).collect::<Vec<_>>()).collect();
    let mut parts = svg.split(" id=\"");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('"') {
            Some((id, rest)) if !used.contains(id) => kept.push_str(rest),
            _ => kept.push_str(&format!(" id=\"{part}")),
        }
    }
    kept
}

/// Half of the styles are for looks that are not used.
fn without_unused_rules(svg: &str) -> String {
    let Some((before, rest)) = svg.split_once("<style>") else { return svg.to_owned() };
    let Some((style, after)) = rest.split_once("</style>") else { return svg.to_owned() };
    let rules = style.split_inclusive('}').filter(|rule| !rule.contains("data-look=") && !rule.contains(".katex"));
    format!("{before}<style>{}</style>{after}", rules.collect::<String>())
}
