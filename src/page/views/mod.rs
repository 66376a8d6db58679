//! What templates see: one struct a template, and the parts that they share. Names that end in `_html` hold HTML that
//! is safe as it is; all others are escaped by the template. Addresses are relative to the page, unless said otherwise.

mod accessibility;
mod agency;
mod areas;
mod bodies;
mod calendar;
mod card;
mod data;
mod editions;
mod embed;
mod field_parts;
mod fields;
mod forum;
mod free_page;
mod glossary;
mod head;
mod history_page;
mod home;
mod indicators;
mod item_history;
mod items;
mod not_found;
mod parts;
mod progress;
mod progress_list;
mod progress_matrix;
mod progress_slips;
mod record_list;
mod redirect;
mod rounds;
mod rows;
mod search_box;
mod search_page;
mod series;
mod site;
mod sources;
mod style_guide;
mod tag_parts;
mod tags;
mod updates;
mod whole_plan;

pub use accessibility::AccessibilityPage;
pub use agency::AgencyPage;
pub use areas::{AreaPage, AreasPage};
pub use bodies::{BodiesPage, BodyGroup, BodyRow};
pub use calendar::{CalendarPage, CalendarYear};
pub use card::{CardLine, CardView, SharedImageView};
pub use data::{ChoiceView, DataPage, FieldView, FileView, TableColumnView, TableView, TypeView};
pub use editions::{CrosswalkRow, CrosswalkView, EditionPage, EditionRow, EditionsPage};
pub use embed::EmbedPage;
pub use field_parts::{FieldFilter, FieldSumView, OwnFieldView};
pub use fields::{FieldGroupView, FieldPage, FieldRecordView, FieldRow, FieldSumRow, FieldsPage};
pub use forum::ForumPage;
pub use free_page::FreePage;
pub use glossary::{GlossaryEntry, GlossaryPage, GlossaryRow};
pub use head::{ContentsView, FollowView, HeadView, LanguageView, ProposeView, ReviewRow};
pub use history_page::HistoryPage;
pub use home::HomePage;
pub use indicators::{
    ChartKey, ChartLine, ChartMark, ChartWord, IndicatorChart, IndicatorLine, IndicatorRow, IndicatorView,
    IndicatorsPage, MilestoneView, NewTargetView, TargetChangeView, ValueView,
};
pub use item_history::{AssessmentRow, ConflictView, LedgerRow, LedgerView, StepBackView};
pub use items::{
    AgencyCount, AllRowsView, BodyStatusView, ContinuesView, ForumLinkView, GroupsPage, ImageView, ItemPage,
    ItemsPage, ListRowsView, OutlookView, SearchView, SeeView, VerdictView,
};
pub use not_found::NotFoundPage;
pub use parts::{DateView, FigureView, LinkView, NativeNameView, PagesView, ShareView, StateView};
pub use progress::{
    ChartColumnView, CoverageRow, HeatCell, HeatRow, HeatView, HistoryView, MeasureView, ProgressPage,
    SegmentView,
};
pub use progress_list::{FactRow, ListFactsView, ProgressListPage, SectionView};
pub use progress_matrix::{MatrixCell, MatrixGroup, MatrixLine, MatrixPage, MatrixRow};
pub use progress_slips::{SlipMark, SlipRow, SlipSum, SlipsPage};
pub use record_list::RecordListPage;
pub use redirect::RedirectPage;
pub use rounds::{RoundAgency, RoundPoint, RoundView, RoundsPage};
pub use rows::{
    AgencyView, AreaRow, EvidenceView, ItemRow, ItemRowView, ItemTable, OutlookMark, RoleWordsView, RowGroup,
    StandingView, StatusView,
};
pub use search_box::SearchBoxView;
pub use search_page::SearchPage;
pub use series::{SeriesGapView, SeriesMarkView, SeriesMeetingView, SeriesView, SeriesYearView};
pub use site::{
    AreaMenuView, EditionNote, LogoView, MenuArea, MenuView, NavArea, NavGroup, NavList, PlanView,
    SiteLinkView, SiteView, TranslationNote,
};
pub use sources::{SourcePage, SourceRow, SourcesPage};
pub use style_guide::StyleGuidePage;
pub use tag_parts::{TagChoice, TagView};
pub use tags::{TagGroupView, TagPage, TagRow, TagsPage};
pub use updates::{
    AssessmentView, MeetingView, UpdatePage, UpdateRow, UpdateView, UpdatesPage, YearPage, YearRow,
};
pub use whole_plan::{WholeArea, WholeItem, WholePlanPage};
