use super::*;

fn data() -> Arc<Dataset> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    crate::site::content::load(&folder).unwrap_or_else(|_| panic!("dữ liệu hỏng")).dataset
}

fn asked(data: &Dataset, query: &str) -> (Comparison, Vec<&'static str>) {
    let pairs = crate::route::params::read(query);
    Comparison::read(data, |name| crate::route::params::get(&pairs, name))
}

#[test]
fn dump() {
    let data = data();
    for (i, q) in [
        "",
        "?tinh=01,79",
        "?tinh=48",
        "?tinh=01,48,92&chi-so=population",
        "?tinh=01,48,02&chi-so=density",
        "?tinh=01,48,02&chi-so=committee-party-secretary",
        "?tinh=01,48,04&chi-so=dti-rank",
        "?chi-so=egdi-rank,gii-rank",
        "?chi-so=egdi-rank,internet-users",
        "?chi-so=egdi-rank,gii-rank,gci-rank,internet-users",
        "?chi-so=digital-economy,ict-revenue,cns-teams",
        "?tinh=48&chi-so=papi-egov,papi-internet",
        "?tinh=48,01,79&chi-so=papi-egov,papi-internet,dti-rank,grdp-per-capita",
        "?tinh=01,48&chi-so=papi-egov-portal,papi-internet,papi-eresponse&nam=2022-2024",
        "?tinh=92,95,96&nam=2021",
    ]
    .iter()
    .enumerate()
    {
        for locale in Locale::ALL {
            let (c, bad) = asked(&data, q);
            let chart = c.chart(&data, locale).unwrap();
            println!(
                "== {q} {bad:?} {:?}\n# {}\n{}\n[{}] {}\n",
                c.mode(&data),
                chart.title,
                chart.summary,
                chart.subtitle,
                chart.key.join(" ")
            );
            let p = crate::figure::pivot::Pivot::new(&c, &data, &chart);
            if locale == Locale::Vi {
                println!("{}\n{:?}", p.caption, p.head);
                for r in p.rows.iter().take(4) {
                    println!("{r:?}");
                }
            }
            for size in crate::figure::Size::ALL {
                let svg = crate::scene::svg::to_string(&chart.draw(size));
                std::fs::write(format!("/tmp/cmp/{i:02}-{}-{}.svg", locale.tag(), size.word()), svg).unwrap();
            }
        }
    }
}
