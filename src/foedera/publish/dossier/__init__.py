"""The dossier: one self-contained page about one agreement."""
