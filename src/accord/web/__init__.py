"""Every page: addresses, forms, views, templates, static files."""
