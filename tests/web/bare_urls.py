"""Addresses of which one was made without a policy."""

from django.http import HttpResponse
from django.urls import path

from accord.web.urls import urlpatterns as guarded

urlpatterns = [*guarded, path("bare/", lambda request: HttpResponse("unguarded"), name="bare")]
