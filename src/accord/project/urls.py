"""All addresses."""

from accord.web.urls import urlpatterns
from accord.web.views.errors import bad_request, not_found, refused, server_error

__all__ = ["urlpatterns"]

handler400 = bad_request
handler403 = refused
handler404 = not_found
handler500 = server_error
