//! Agencies in a role: who is responsible for an item or area.

use std::sync::Arc;

use super::texts::{Ref, text};
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
    /// What it does and who does it there; most roles say neither.
    pub details: Option<Arc<RoleDetails>>,
}

/// What an agency does, and who does it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleDetails {
    /// What it does, in a few words.
    pub role: Option<String>,
    /// The person or unit.
    pub person: Option<String>,
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

/// A list of agencies: ids, or mappings with more.
pub(super) fn roles(fields: &mut Fields<'_>, key: &'static str, basis: RoleBasis) -> Vec<Role> {
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
                let basis = entry.choice("basis").map_or(basis, |basis| basis.value);
                let details = details(&mut entry);
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

fn details(entry: &mut Fields<'_>) -> Option<Arc<RoleDetails>> {
    let (role, person) = (text(entry, "role"), text(entry, "person"));
    (role.is_some() || person.is_some()).then(|| Arc::new(RoleDetails { role, person }))
}

fn repeated(roles: &[Role], fields: &mut Fields<'_>) {
    for (index, role) in roles.iter().enumerate() {
        if let Some(first) = roles[..index].iter().find(|other| other.agency.value == role.agency.value) {
            let message = format!("the agency `{}` is listed twice", role.agency.value);
            fields.report(
                Diagnostic::new(code::DUPLICATE_KEY, role.agency.span, message)
                    .label(first.agency.span, "first here")
                    .help("keep one of the two"),
            );
        }
    }
}
