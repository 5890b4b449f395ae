"""Shipment records: customs rows, invoices, bills of lading."""
