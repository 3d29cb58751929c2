"""What is done with documents. Each action is one transaction and one entry of the record."""

from accord.documents.actions.beginning import begin_document, enter_documents, prepare_next
from accord.documents.actions.clearing import clear, table_remarks
from accord.documents.actions.keeping import entitle, give_symbol, lay_before, link_text, report, report_stop
from accord.documents.actions.moving import return_to, send_on, take_adoption, withdraw
from accord.documents.actions.parting import merge, split
from accord.documents.actions.ways import set_way

__all__ = [
    "begin_document",
    "clear",
    "enter_documents",
    "entitle",
    "give_symbol",
    "lay_before",
    "link_text",
    "merge",
    "prepare_next",
    "report",
    "report_stop",
    "return_to",
    "send_on",
    "set_way",
    "split",
    "table_remarks",
    "take_adoption",
    "withdraw",
]
