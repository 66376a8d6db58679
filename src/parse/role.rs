//! Agencies in a role: who is responsible for an item or area.

use std::sync::Arc;

use super::texts::{Ref, text};
use crate::date::{Date, Day, FiscalYear};
use crate::diag::{Diagnostic, Spanned, code};
use crate::fields::{Fields, Value, ValueKind};
use crate::vocabulary::{Audience, RoleBasis};

/// An agency that is responsible for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The agency.
    pub agency: Ref,
    /// Whether the plan names it.
    pub basis: RoleBasis,
    /// Who may see that it is responsible for the item.
    pub audience: Audience,
    /// What it does, who does it there, and since when; most roles say none of it.
    pub details: Option<Arc<RoleDetails>>,
}

/// What an agency does, who does it there, and where that comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleDetails {
    /// What it does, in a few words.
    pub role: Option<String>,
    /// The person or unit.
    pub person: Option<String>,
    /// Since when it is responsible.
    pub since: Option<Spanned<Date>>,
    /// The later source that made it responsible.
    pub source: Option<Ref>,
}

impl Role {
    /// What the agency does.
    pub fn role(&self) -> Option<&str> {
        self.details.as_ref().and_then(|details| details.role.as_deref())
    }

    /// The person or unit there.
    pub fn person(&self) -> Option<&str> {
        self.details.as_ref().and_then(|details| details.person.as_deref())
    }
}

impl Role {
    /// Since when the agency is responsible.
    pub fn since(&self) -> Option<&Spanned<Date>> {
        self.details.as_ref().and_then(|details| details.since.as_ref())
    }

    /// The later source that made it responsible.
    pub fn source(&self) -> Option<&Ref> {
        self.details.as_ref().and_then(|details| details.source.as_ref())
    }

    /// Whether it was responsible on a day, as far as anything says.
    pub fn had_begun(&self, day: Day) -> bool {
        self.since().is_none_or(|since| since.value.earliest <= day)
    }
}

/// A list of agencies: ids, or mappings with more.
pub(super) fn roles(
    fields: &mut Fields<'_>,
    key: &'static str,
    basis: RoleBasis,
    fiscal_year: FiscalYear,
) -> Vec<Role> {
    let mut roles = Vec::new();
    for value in fields.values(key) {
        match value {
            Value { kind: ValueKind::Scalar(id), span } => {
                let agency = Spanned::new(id, span);
                roles.push(Role { agency, basis, audience: Audience::Public, details: None });
            }
            value => {
                let span = value.span;
                let mut entry = fields.nested(format!("an entry of `{key}`"), value, span);
                let agency = entry.required_text("agency", "jp-mofa");
                let has_basis = entry.has("basis");
                let own = entry.choice("basis").map(|basis| basis.value);
                // A word that is no basis is reported, and says nothing of the other keys.
                let judged = own.or((!has_basis).then_some(basis));
                let basis = own.unwrap_or(basis);
                let details = details(&mut entry, judged, fiscal_year);
                let audience = entry.audience();
                entry.finish();
                roles.extend(agency.map(|agency| Role { agency, basis, audience, details }));
            }
        }
    }
    repeated(&roles, fields);
    roles.shrink_to_fit();
    roles
}

fn details(
    entry: &mut Fields<'_>,
    basis: Option<RoleBasis>,
    fiscal_year: FiscalYear,
) -> Option<Arc<RoleDetails>> {
    if basis.is_some_and(|basis| basis != RoleBasis::Later) {
        let found = |key: &&str| entry.has(key);
        let keys: Vec<&str> = ["since", "source"].into_iter().filter(found).collect();
        if let Some(span) = keys.first().and_then(|key| entry.key_span(key)) {
            let named = keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" and ");
            let verb = if keys.len() == 1 { "needs" } else { "need" };
            let message = format!("{named} {verb} `basis: later`: the plan itself names the other agencies");
            entry.report(
                Diagnostic::new(code::MISPLACED_QUALIFIER, span, message)
                    .help(format!("set that basis, or remove {named}")),
            );
        }
    }
    let (role, person) = (text(entry, "role"), text(entry, "person"));
    let (since, source) = (entry.date("since", fiscal_year), entry.text("source"));
    let says_something = role.is_some() || person.is_some() || since.is_some() || source.is_some();
    says_something.then(|| Arc::new(RoleDetails { role, person, since, source }))
}

fn repeated(roles: &[Role], fields: &mut Fields<'_>) {
    for (index, role) in roles.iter().enumerate() {
        if let Some(first) = roles[..index].iter().find(|other| other.agency.value == role.agency.value) {
            let message = format!("the agency `{}` is listed twice", role.agency.value);
            fields.report(
                Diagnostic::new(code::DUPLICATE_ENTRY, role.agency.span, message)
                    .label(first.agency.span, "first here")
                    .help("keep one of the two"),
            );
        }
    }
}
