//! A site like those that people write: sections and sub-folders, tables, lists, links, and code. No block of code stands
//! on two pages, and of its lines about two in five are repeated, as in the documentation of real projects. The same number
//! of pages gives the same bytes.

use std::fmt::Write;
use std::io;
use std::path::Path;

const SECTIONS: &[&str] = &["tutorials", "how-tos", "reference", "concepts", "community", "maintainers"];
const WORDS: &[&str] = &[
    "workspace",
    "cluster",
    "environment",
    "notebook",
    "package",
    "dashboard",
    "schedule",
    "owner",
    "token",
    "volume",
    "the",
    "a",
    "of",
    "to",
    "and",
    "in",
    "is",
    "for",
    "with",
    "that",
    "runs",
    "keeps",
    "shows",
    "reads",
    "writes",
    "small",
    "shared",
    "daily",
    "stable",
    "remote",
    "when",
    "after",
    "before",
    "each",
    "every",
    "its",
    "your",
];

const SYLLABLES: &[&str] = &["ta", "rel", "mo", "sin", "ku", "ver", "lo", "pan"];

/// Writes the site and returns the size of its content in bytes.
pub fn write(folder: &Path, pages: usize) -> io::Result<usize> {
    settings(folder, false)?;
    let content = folder.join("content");
    std::fs::create_dir_all(&content)?;
    std::fs::write(content.join("index.md"), "# Bench\n\nA site of made-up pages.\n")?;
    let mut bytes = 0;
    for number in 0..pages {
        let path = content.join(path_of(number));
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        let text = page(number, pages);
        bytes += text.len();
        std::fs::write(path, text)?;
    }
    Ok(bytes)
}

/// Writes the settings of the site, with a search or without.
pub fn settings(folder: &Path, search: bool) -> io::Result<()> {
    let text = format!(
        "[site]\ntitle = \"Bench\"\nbase_url = \"https://docs.example.org/\"\n\n[search]\nenabled = {search}\n"
    );
    std::fs::write(folder.join("waypost.toml"), text)
}

/// The path of a page from the content folder.
pub fn path_of(number: usize) -> String {
    let section = SECTIONS[number % SECTIONS.len()];
    format!("{section}/topic-{}/page-{number}.md", number / SECTIONS.len() / 40)
}

/// A small generator of numbers: the corpus must be the same everywhere and needs no better one.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| WORDS[self.below(WORDS.len())]).collect();
        words.join(" ")
    }

    /// Words of which some are rare, as in what people write: a search has to tell them apart.
    fn prose(&mut self, count: usize) -> String {
        let words: Vec<String> =
            (0..count).map(|_| if self.below(10) < 7 { self.words(1) } else { self.rare_word() }).collect();
        words.join(" ")
    }

    fn rare_word(&mut self) -> String {
        let most = self.below(4_000) + 1;
        let (mut number, mut word) = (self.below(most), String::new());
        for _ in 0..4 {
            word.push_str(SYLLABLES[number % SYLLABLES.len()]);
            number /= SYLLABLES.len();
        }
        word
    }
}

fn page(number: usize, pages: usize) -> String {
    let mut numbers = Numbers(number as u64 + 1);
    let mut text = format!(
        "+++\ntitle = \"Page {number}\"\ndescription = \"{}.\"\npersonas = [\"admin\", \"analyst\"]\ntags = [\"t{}\"]\n+++\n\n",
        numbers.words(9),
        number % 17
    );
    for part in 0..4 {
        let _ = writeln!(text, "## Part {part} of {}\n", numbers.words(3));
        for _ in 0..2 {
            let other = numbers.below(pages);
            let _ = writeln!(
                text,
                "{} *{}* `{}` [{}](/{}#part-{}) {}.\n",
                numbers.prose(45),
                numbers.words(2),
                numbers.words(1),
                numbers.words(2),
                path_of(other).trim_end_matches(".md"),
                0,
                numbers.prose(30)
            );
        }
        text.push_str(&block(part, number, &mut numbers));
    }
    // Every page has the anchor that the links above name.
    text = text.replacen("## Part 0 of", "## Part 0 {#part-0}\n\nOf", 1);
    text
}

fn block(part: usize, number: usize, numbers: &mut Numbers) -> String {
    let (a, b, c) = (numbers.below(1000), numbers.words(1), numbers.words(1));
    match (part + number) % 6 {
        0 => format!(
            "```python title=\"{b}.py\"\nimport quay\n\ndef {b}_{number}(value: int = {a}) -> str:\n    \"\"\"Return the {c} of {number}.\"\"\"\n    for item_{number} in range(value):\n        if item_{number} % 2 == 0 and value != {a}:\n            print(f\"{{item_{number}}} of {c}\")\n    return \"{b}\" + str(value)\n```\n\n"
        ),
        1 => format!(
            "```rust\n/// The {b} of page {number}.\npub fn {b}_{number}(limit: usize) -> Vec<String> {{\n    let mut found = Vec::new();\n    for index in 0..limit.min({a}{number}) {{\n        found.push(format!(\"{c}-{number}-{{index}}\"));\n    }}\n    found\n}}\n```\n\n"
        ),
        2 => format!(
            "```yaml\n{b}:\n  name: page-{number}\n  replicas: {a}{number}\n  env:\n    - name: MODE_{number}\n      value: \"{c}-{number}\"\n    - name: LIMIT\n      value: {number}{a}\n```\n\n- {}\n- {}\n  - {}\n\n",
            numbers.words(8),
            numbers.words(6),
            numbers.words(5)
        ),
        3 => format!(
            "```bash\nquay env create {b}-{number} --from {c}.toml\nfor n in $(seq {a}); do\n  echo \"step $n of {a}, page {number}\" | tee -a \"{c}-{number}.log\"\ndone\n```\n\n"
        ),
        4 => format!(
            "```json\n{{ \"page\": {number}, \"name\": \"{b}\", \"limits\": {{ \"cpu\": {a}, \"tags\": [\"{c}\", \"{b}\"] }} }}\n```\n\n"
        ),
        _ => {
            let mut table = "| Name | Value | Meaning |\n|---|--:|---|\n".to_owned();
            for row in 0..6 {
                let _ = writeln!(table, "| `{b}-{row}` | {} | {} |", numbers.below(500), numbers.words(7));
            }
            table + "\n"
        }
    }
}
