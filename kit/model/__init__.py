"""What is read: frozen models without files, clock or printing."""
