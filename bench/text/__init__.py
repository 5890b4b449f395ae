"""Quality of quantities and of Russian and Chinese names, on public test data."""
