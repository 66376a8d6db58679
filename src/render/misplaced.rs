//! Where a file of a theme belongs that stands where planbook reads none.

use crate::diag::closest;

/// Where a file belongs that stands where a theme has none, as far as its name tells.
pub(super) fn place_of(name: &str, theme: &str) -> String {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let first = folder.split('/').next().unwrap_or_default();
    let folders = ["static", "style", "fonts", "messages", "templates", "embed"];
    let at = |folder: &str| format!("themes/{theme}/{folder}/{file}");
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    if first == "embed" {
        return format!("the style sheet of the cards is themes/{theme}/embed/card.css");
    }
    match (closest(first, folders).filter(|folder| *folder != first), ending) {
        (Some(meant), _) => format!("did you mean {}?", at(meant)),
        (None, "css") => format!("put style sheets into the folder `style`: {}", at("style")),
        (None, "toml") => {
            format!(
                "put messages into the folder `messages`, each language in its own file: {}",
                at("messages")
            )
        }
        (None, "html" | "xml") => {
            "a theme overrides templates of the same name; put your own partials into templates/partials/"
                .to_owned()
        }
        (None, _) => {
            format!("put pictures, scripts and other files into the folder `static`: {}", at("static"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::place_of;

    #[test]
    fn a_file_is_led_to_where_it_is_read() {
        for (name, place) in [
            ("desk.css", "put style sheets into the folder `style`: themes/desk/style/desk.css"),
            ("css/desk.css", "put style sheets into the folder `style`: themes/desk/style/desk.css"),
            ("statics/a.txt", "did you mean themes/desk/static/a.txt?"),
            (
                "ja.toml",
                "put messages into the folder `messages`, each language in its own file: themes/desk/messages/ja.toml",
            ),
            (
                "logo.png",
                "put pictures, scripts and other files into the folder `static`: themes/desk/static/logo.png",
            ),
            ("embed/desk.css", "the style sheet of the cards is themes/desk/embed/card.css"),
            (
                "style/logo.png",
                "put pictures, scripts and other files into the folder `static`: themes/desk/static/logo.png",
            ),
        ] {
            assert_eq!(place_of(name, "desk"), place, "{name}");
        }
        assert!(place_of("templates/extra.html", "desk").ends_with("into templates/partials/"));
    }
}
