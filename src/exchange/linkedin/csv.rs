//! Tables of comma-separated values (RFC 4180), as LinkedIn and Excel write them.

/// A table: its first line names the columns.
pub struct Table {
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// A row of a table.
#[derive(Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table,
    at: usize,
}

/// The most rows of a table that are read.
const MOST_ROWS: usize = 2000;

impl Table {
    /// Reads a table; a line of notes above its headers is skipped.
    pub fn read(text: &str) -> Table {
        let mut rows = cells(text);
        let headers = rows.iter().position(|row| {
            row.iter().any(|cell| {
                cell.contains("Name")
                    || cell.contains("Title")
                    || cell.contains("Address")
                    || cell == "Number"
            })
        });
        let headers = headers.map(|at| rows.drain(..=at).next_back().unwrap_or_default()).unwrap_or_default();
        rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
        rows.truncate(MOST_ROWS);
        Table { headers: headers.into_iter().map(|header| header.trim().to_owned()).collect(), rows }
    }

    /// Returns whether there is a column with this name.
    pub fn has(&self, header: &str) -> bool {
        self.headers.iter().any(|known| known == header)
    }

    /// Returns the number of columns.
    pub fn columns(&self) -> usize {
        self.headers.len()
    }

    /// Returns its rows.
    pub fn rows(&self) -> Vec<Row<'_>> {
        (0..self.rows.len()).map(|at| Row { table: self, at }).collect()
    }
}

impl<'t> Row<'t> {
    /// Returns the text in a column; empty if there is no such column.
    pub fn get(self, header: &str) -> &'t str {
        let column = self.table.headers.iter().position(|known| known == header);
        let cell = column.and_then(|column| self.table.rows.get(self.at)?.get(column));
        cell.map_or("", |cell| cell.trim())
    }
}

/// Returns the text of a file: UTF-8, or UTF-16 as Excel saves it.
pub fn text(bytes: &[u8]) -> String {
    let wide = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        bytes => String::from_utf8_lossy(bytes).trim_start_matches('\u{FEFF}').to_owned(),
    }
}

/// Returns the cells of each line; a quoted one may hold commas, quotes and line ends.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match (c, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            ('"', true) => quoted = false,
            ('"', false) if cell.is_empty() => quoted = true,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', _) => {}
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (c, _) => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_hold_commas_quotes_and_line_ends() {
        let table = Table::read("Note:\r\n\"Name\",Title\r\n\"a, \"\"b\"\"\nc\",d\r\n,,\r\ne\r\n");
        let rows = table.rows();
        assert_eq!((rows.len(), rows[0].get("Name"), rows[0].get("Title")), (2, "a, \"b\"\nc", "d"));
        assert_eq!((rows[1].get("Name"), rows[1].get("Title"), rows[1].get("None")), ("e", "", ""));
    }
}
