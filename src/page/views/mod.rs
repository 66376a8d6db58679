//! What templates see: one struct a template, and the parts that they share. Names that end in `_html` hold HTML that
//! is safe as it is; all others are escaped by the template. Addresses are relative to the page, unless said otherwise.

mod areas;
mod bodies;
mod items;
mod page;
mod rows;
mod sources;
mod special;
mod time;
mod updates;
mod whole_plan;

pub use areas::{AreaPage, AreasPage, HomePage};
pub use bodies::{AgencyPage, BodiesPage, BodyGroup, BodyRow, ForumPage, NativeNameView};
pub use items::{AgencyCount, ContinuesView, ForumLinkView, GroupsPage, ItemPage, ItemsPage};
pub use page::{ContentsView, DateView, FollowView, HeadView, LinkView, ProposeView};
pub use rows::{
    AgencyView, AreaRow, AssessmentView, EvidenceView, ItemRow, MeetingView, ShareView, StandingView,
    StatusView, UpdateRow, UpdateView,
};
pub use sources::{GlossaryEntry, GlossaryPage, GlossaryRow, SourcePage, SourceRow, SourcesPage};
pub use special::{
    AccessibilityPage, CalendarPage, CalendarYear, CardLine, CardView, FreePage, NotFoundPage, RedirectPage,
    StateView, StyleGuidePage,
};
pub use time::{
    AssessmentRow, ConflictView, LedgerRow, LedgerView, SeriesGapView, SeriesMarkView, SeriesMeetingView,
    SeriesView, SeriesYearView, StepBackView,
};
pub use updates::{UpdatePage, UpdatesPage, YearPage, YearRow};
pub use whole_plan::{
    EditionArea, EditionItem, EditionPage, EditionsPage, WholeArea, WholeItem, WholePlanPage,
};
