//! The 17 Sustainable Development Goals of the United Nations, under their official short names.

/// A goal: its name in English and in Japanese.
const GOALS: [(&str, &str); 17] = [
    ("No poverty", "貧困をなくそう"),
    ("Zero hunger", "飢餓をゼロに"),
    ("Good health and well-being", "すべての人に健康と福祉を"),
    ("Quality education", "質の高い教育をみんなに"),
    ("Gender equality", "ジェンダー平等を実現しよう"),
    ("Clean water and sanitation", "安全な水とトイレを世界中に"),
    ("Affordable and clean energy", "エネルギーをみんなに そしてクリーンに"),
    ("Decent work and economic growth", "働きがいも経済成長も"),
    ("Industry, innovation and infrastructure", "産業と技術革新の基盤をつくろう"),
    ("Reduced inequalities", "人や国の不平等をなくそう"),
    ("Sustainable cities and communities", "住み続けられるまちづくりを"),
    ("Responsible consumption and production", "つくる責任 つかう責任"),
    ("Climate action", "気候変動に具体的な対策を"),
    ("Life below water", "海の豊かさを守ろう"),
    ("Life on land", "陸の豊かさも守ろう"),
    ("Peace, justice and strong institutions", "平和と公正をすべての人に"),
    ("Partnerships for the goals", "パートナーシップで目標を達成しよう"),
];

/// The numbers and names of the goals in a language: in English where it is not Japanese.
pub fn goals(language: &str) -> impl Iterator<Item = (usize, &'static str)> + use<> {
    let japanese = language.split('-').next() == Some("ja");
    (1..).zip(GOALS).map(move |(number, (en, ja))| (number, if japanese { ja } else { en }))
}

#[cfg(test)]
mod tests {
    use super::goals;

    #[test]
    fn goals_have_their_numbers_in_both_languages() {
        assert_eq!(goals("en-GB").nth(5), Some((6, "Clean water and sanitation")));
        assert_eq!(goals("ja").nth(13), Some((14, "海の豊かさを守ろう")));
        assert_eq!((goals("fr").count(), goals("fr").next()), (17, Some((1, "No poverty"))));
    }
}
