"""What the pages show of an organisation: frozen values."""

from accord.members.pages.chairmanship import HandoverLine, TermLine
from accord.members.pages.members import ClockLine, MemberLine, MemberPage, StateLine
from accord.members.pages.naming import NO_NAME, Called
from accord.members.pages.organisation import OrganisationPage, ParticularLine, ProvisionLine
from accord.members.pages.organs import ActLine, OrganLine, OrganPage
from accord.members.pages.partners import AgreementLine, ContactLine, JointLine, PartnerLine, PartnerPage, PartnersPage
from accord.members.pages.people import EndingPage, PersonLine, PersonPage, PostLine, PowerLine

__all__ = [
    "NO_NAME",
    "ActLine",
    "AgreementLine",
    "Called",
    "ClockLine",
    "ContactLine",
    "EndingPage",
    "HandoverLine",
    "JointLine",
    "MemberLine",
    "MemberPage",
    "OrganLine",
    "OrganPage",
    "OrganisationPage",
    "ParticularLine",
    "PartnerLine",
    "PartnerPage",
    "PartnersPage",
    "PersonLine",
    "PersonPage",
    "PostLine",
    "PowerLine",
    "ProvisionLine",
    "StateLine",
    "TermLine",
]
