//! Pages → pictures, from the very faces that the PDF embeds.
