"""What we know: records, checks, search and translation. Imports the standard library and small parsing libraries only."""
