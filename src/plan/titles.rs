//! Which kinds of record have titles and names, and where they stand.

use super::kinds::PlanRecord;
use super::model::{Agency, Area, Forum, Item, Page, Source};
use crate::parse::NativeName;

/// A kind of record that always has a title or a name.
pub trait Titled: PlanRecord {
    /// It.
    fn title(&self) -> &str;
}

/// A kind of record that has other names, too.
pub trait Named: Titled {
    /// Its abbreviation.
    fn abbreviation(&self) -> Option<&str>;
    /// Its name in its own language.
    fn native_name(&self) -> Option<&NativeName>;
}

macro_rules! titled {
    ($($kind:ident => |$it:ident| $title:expr;)+) => {
        $(impl Titled for $kind {
            fn title(&self) -> &str {
                let $it = self;
                $title
            }
        })+
    };
}

titled! {
    Area => |it| &it.document.title.value;
    Item => |it| &it.document.title.value;
    Agency => |it| &it.document.name;
    Forum => |it| &it.document.name;
    Source => |it| &it.document.title;
    Page => |it| &it.document.title;
}

impl Named for Agency {
    fn abbreviation(&self) -> Option<&str> {
        self.document.abbreviation.as_deref()
    }
    fn native_name(&self) -> Option<&NativeName> {
        self.document.native_name.as_ref()
    }
}

impl Named for Forum {
    fn abbreviation(&self) -> Option<&str> {
        self.document.abbreviation.as_deref()
    }
    fn native_name(&self) -> Option<&NativeName> {
        self.document.native_name.as_ref()
    }
}
