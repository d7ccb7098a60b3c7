//! `readability`: flags a document whose school grade, the mean of one or more formulas, is too high.

use crate::diagnostic::nearest;
use crate::lint::vale::counts::Counts;
use crate::lint::vale::fields::Fields;
use crate::lint::vale::rule::{Block, Hit, Rule};

/// The point's data.
#[derive(Debug)]
pub struct Readability {
    metrics: Vec<fn(&Counts) -> f64>,
    grade: f64,
}

type Grade = fn(&Counts) -> f64;

const METRICS: &[(&str, Grade)] = &[
    ("Gunning Fog", gunning_fog),
    ("Coleman-Liau", coleman_liau),
    ("Flesch-Kincaid", flesch_kincaid),
    ("SMOG", smog),
    ("Automated Readability", automated_readability),
];

impl Readability {
    pub(super) fn read(fields: &mut Fields) -> Option<Readability> {
        let grade = fields.number("grade").unwrap_or(0.0);
        fields.required("metrics")?;
        let mut metrics = Vec::new();
        for item in fields.list("metrics") {
            match METRICS.iter().find(|(name, _)| *name == item.text) {
                Some((_, grade)) => metrics.push(*grade),
                None => {
                    let meant = nearest(&item.text, METRICS.iter().map(|(name, _)| *name));
                    let meant = meant.map_or(String::new(), |name| format!("; did you mean `{name}`?"));
                    fields.error(item.span, format!("`{}` is no measure of readability{meant}", item.text));
                }
            }
        }
        Some(Readability { metrics, grade })
    }

    pub(super) fn run(&self, rule: &Rule, block: &Block) -> Vec<Hit> {
        let Some(counts) = block.counts.filter(|counts| counts.words > 0.0) else { return Vec::new() };
        let grade = self.metrics.iter().map(|metric| metric(counts)).sum::<f64>() / self.metrics.len() as f64;
        match grade > self.grade {
            true => vec![rule.say_of_file(&[&format!("{grade:.2}")])],
            false => Vec::new(),
        }
    }
}

fn gunning_fog(counts: &Counts) -> f64 {
    0.4 * (counts.words / counts.sentences + 100.0 * counts.complex_words / counts.words)
}

fn coleman_liau(counts: &Counts) -> f64 {
    5.88 * counts.characters / counts.words - 29.6 * counts.sentences / counts.words - 15.8
}

fn flesch_kincaid(counts: &Counts) -> f64 {
    0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59
}

fn smog(counts: &Counts) -> f64 {
    1.043 * (counts.polysyllabic_words * 30.0 / counts.sentences).sqrt() + 3.1291
}

fn automated_readability(counts: &Counts) -> f64 {
    4.71 * counts.characters / counts.words + 0.5 * counts.words / counts.sentences - 21.43
}
