//! Pages → pictures.
