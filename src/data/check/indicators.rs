//! Indicators: what their JSON says of them; `rows` looks at the numbers.

use super::Check;
use super::rows::Space;
use crate::data::model::{
    Annotation, Better, Classes, FigureKind, Indicator, Measure, NewProvince, Province, Reference, Scope,
    Series,
};
use crate::data::raw::{IndicatorFile, RawEvent, RawIndicator};
use std::collections::BTreeSet;
use std::fmt;

/// More digits than this nobody reads.
const MOST_DECIMALS: u8 = 4;

impl Check<'_> {
    /// The indicators, by theme; inside a theme as they came.
    pub(super) fn indicators(
        &mut self,
        raw: Vec<RawIndicator>,
        provinces: &[Province],
        new_provinces: &[NewProvince],
        events: &[RawEvent],
    ) -> Vec<Indicator> {
        let space = Space::new(provinces, new_provinces, self.unread.has_all_of("geo/provinces.csv"));
        let mut seen = BTreeSet::new();
        self.not_empty("indicators", "", raw.is_empty() && self.unread.is_empty());
        let mut built: Vec<Indicator> = raw
            .into_iter()
            .map(|RawIndicator { meta, rows }| {
                let file = format!("indicators/{}.json", meta.id);
                self.id(&file, "id", &meta.id, &mut seen);
                self.words_of(&file, &meta);
                self.kind_of(&file, &meta);
                let series = self.rows(&file, &meta, rows, &space);
                self.years_of(&file, &meta, &series);
                let annotations = self.annotations(&file, &meta, events);
                indicator(meta, series, annotations)
            })
            .collect();
        built.sort_by_key(|indicator| indicator.theme);
        built
    }

    /// The events a chart marks: each stands in the timeline, which gives its date.
    fn annotations(&mut self, file: &str, meta: &IndicatorFile, events: &[RawEvent]) -> Vec<Annotation> {
        let mut out = Vec::new();
        for annotation in &meta.annotations {
            let place = format_args!("annotations[{}]", annotation.event);
            self.text(file, place, &annotation.label);
            match events.iter().find(|e| e.id == annotation.event) {
                Some(event) => out.push(Annotation {
                    event: annotation.event.clone(),
                    date: event.date,
                    label: annotation.label.clone(),
                }),
                None if self.unread.has_all_of("timeline.json") => self.add(file, place, || {
                    (
                        format!("không có mốc \"{}\" trong timeline.json", annotation.event),
                        "Ghi id của một mốc thời gian đã có.".into(),
                    )
                }),
                None => {}
            }
        }
        out
    }

    fn words_of(&mut self, file: &str, meta: &IndicatorFile) {
        self.text(file, "name", &meta.name);
        self.text(file, "unit", &meta.unit);
        self.text(file, "definition", &meta.definition);
        self.text(file, "licence", &meta.licence);
        for (i, note) in meta.notes.iter().enumerate() {
            self.text(file, format_args!("notes[{i}]"), note);
        }
        for (i, reference) in meta.references.iter().enumerate() {
            self.text(file, format_args!("references[{i}]"), &reference.label);
            self.rule(file, format_args!("references[{i}].value"), reference.value.is_finite(), || {
                ("không phải số", "Ghi một số, theo đơn vị của chỉ báo.")
            });
        }
        if let Some(finding) = &meta.finding {
            self.text(file, "finding", finding);
            for (language, text) in [("vi", &finding.vi), ("en", &finding.en)] {
                self.rule(file, format_args!("finding.{language}"), has_clean_holes(text), || {
                    (
                        "chỗ điền {…} viết chưa đúng",
                        "Mỗi chỗ điền là một tên trong ngoặc nhọn, như {last_short}.",
                    )
                });
            }
        }
        self.not_empty(file, "series", meta.series.is_empty());
        self.rule(file, "rivals", !meta.rivals || meta.series.len() == 2, || {
            ("rivals cần đúng hai chuỗi", "Chỉ ghi rivals khi hai nguồn đo cùng một điều mà khác nhau.")
        });
        let mut seen = BTreeSet::new();
        for series in &meta.series {
            self.id(file, format_args!("series[{}].id", series.id), &series.id, &mut seen);
            self.text(file, format_args!("series[{}].name", series.id), &series.name);
        }
    }

    /// Fields that must fit one another.
    fn kind_of(&mut self, file: &str, meta: &IndicatorFile) {
        let rank = meta.measure == Measure::Rank;
        self.rule(file, "better", !rank || meta.better == Better::Lower, || {
            (
                "chỉ báo thứ hạng mà better không phải \"lower\"",
                "Hạng 1 là cao nhất: ghi \"better\": \"lower\".",
            )
        });
        self.rule(file, "decimals", meta.decimals <= MOST_DECIMALS, || {
            ("quá nhiều chữ số thập phân", "Ghi từ 0 đến 4.")
        });
        let (map, line) = (meta.figure == FigureKind::Map, meta.figure == FigureKind::RankLine);
        match meta.scope {
            Scope::National => {
                self.rule(file, "finding", meta.finding.is_some(), || {
                    ("thiếu câu nêu phát hiện", "Viết finding: một câu có chỗ điền, như {last_short}.")
                });
                self.rule(file, "years", meta.years.is_none(), || {
                    ("chỉ báo cả nước mà có years", "Ghi \"years\": null.")
                });
                self.rule(file, "classes", meta.classes.is_none(), || {
                    ("chỉ báo cả nước mà có classes", "Ghi \"classes\": null.")
                });
                self.rule(file, "figure", !map && rank == line, || {
                    (
                        "kiểu hình không hợp với chỉ báo cả nước này",
                        "Dùng \"rank-line\" cho thứ hạng, \"line\" hoặc \"bars\" cho số khác.",
                    )
                });
            }
            Scope::Provincial => {
                let flag = meta.measure == Measure::Flag;
                self.rule(file, "finding", meta.finding.is_none(), || {
                    ("chỉ báo theo tỉnh mà có finding", "Xóa trường finding.")
                });
                self.rule(file, "figure", map, || {
                    ("chỉ báo theo tỉnh mà không phải bản đồ", "Ghi \"figure\": \"map\".")
                });
                self.rule(file, "classes", meta.classes.is_some(), || {
                    ("thiếu cách chia lớp màu", "Ghi \"natural\", \"rank\" hoặc \"flag\".")
                });
                self.rule(
                    file,
                    "classes",
                    meta.classes.is_none_or(|c| (c == Classes::Flag) == flag && (c != Classes::Rank || rank)),
                    || {
                        (
                            "cách chia lớp màu không hợp với loại số",
                            "Dùng \"flag\" cho có/không, \"rank\" chỉ cho thứ hạng, còn lại \"natural\".",
                        )
                    },
                );
                let one = matches!(meta.series.as_slice(), [only] if only.id == "province");
                self.rule(file, "series", one, || {
                    (
                        "chỉ báo theo tỉnh cần đúng một chuỗi \"province\"",
                        "Giữ một chuỗi duy nhất với \"id\": \"province\".",
                    )
                });
            }
        }
    }

    /// Years with a map: ascending, and each with values.
    fn years_of(&mut self, file: &str, meta: &IndicatorFile, series: &[Series]) {
        if meta.scope == Scope::National {
            return;
        }
        let years = meta.years.as_deref().unwrap_or_default();
        self.rule(file, "years", !years.is_empty(), || {
            ("thiếu năm có bản đồ", "Ghi các năm có đủ số liệu để vẽ, như [2020, 2024].")
        });
        self.rule(file, "years", years.is_sorted_by(|a, b| a < b), || {
            ("các năm không tăng dần hoặc bị lặp", "Xếp năm cũ trước, năm mới sau, mỗi năm một lần.")
        });
        let csv = format!("indicators/{}.csv", meta.id);
        for year in years {
            let found = series.iter().flat_map(|s| &s.points).any(|p| p.date.year() == *year);
            if !found && self.unread.has_all_of(&csv) {
                self.add(file, "years", || {
                    (
                        format!("năm {year} không có dòng nào trong {csv}"),
                        "Thêm số liệu của năm đó hoặc bỏ năm khỏi danh sách.".into(),
                    )
                });
            }
        }
    }

    /// A rule whose sentences need no numbers.
    fn rule(
        &mut self,
        file: &str,
        place: impl fmt::Display,
        holds: bool,
        say: impl FnOnce() -> (&'static str, &'static str),
    ) {
        if !holds {
            self.add(file, place, || {
                let (what, remedy) = say();
                (what.into(), remedy.into())
            });
        }
    }
}

/// Whether every brace belongs to a hole with a name: `{last_short}`.
fn has_clean_holes(text: &str) -> bool {
    let mut parts = text.split('{');
    parts.next().is_some_and(|lead| !lead.contains('}'))
        && parts.all(|part| {
            part.split_once('}').is_some_and(|(name, tail)| {
                !name.is_empty()
                    && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
                    && !tail.contains('}')
            })
        })
}

fn indicator(meta: IndicatorFile, series: Vec<Series>, annotations: Vec<Annotation>) -> Indicator {
    Indicator {
        id: meta.id,
        theme: meta.theme,
        scope: meta.scope,
        measure: meta.measure,
        name: meta.name,
        unit: meta.unit,
        decimals: meta.decimals.into(),
        better: meta.better,
        definition: meta.definition,
        figure: meta.figure,
        finding: meta.finding,
        series,
        notes: meta.notes,
        references: meta
            .references
            .into_iter()
            .map(|r| Reference { value: r.value, label: r.label })
            .collect(),
        annotations,
        rivals: meta.rivals,
        years: meta.years.unwrap_or_default(),
        classes: meta.classes,
        licence: meta.licence,
    }
}
