"""How far a text has come over its rounds."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accord.positions.queries.convergence import convergence_page


@require_safe
def convergence(request: HttpRequest, text_id: str) -> HttpResponse:
    """Show what is agreed and open in each round, and what moved between them."""
    page = convergence_page(request.subject, text_id)
    return render(request, "positions/convergence.html", {"page": page, "latest": page.rounds[::-1]})
