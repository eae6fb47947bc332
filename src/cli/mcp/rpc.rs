//! Messages of JSON-RPC 2.0.

use serde_json::{Value, json};

/// Error codes (JSON-RPC 2.0, 5.1).
pub const PARSE_ERROR: i32 = -32700;
pub const INVALID_REQUEST: i32 = -32600;
pub const METHOD_NOT_FOUND: i32 = -32601;
pub const INVALID_PARAMS: i32 = -32602;
pub const INTERNAL_ERROR: i32 = -32603;
/// The code for a missing resource (Model Context Protocol).
pub const NOT_FOUND: i32 = -32002;

/// An answer: a result, or the fault of the request.
pub type Answer = Result<Value, Fault>;

/// The fault of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    code: i32,
    message: String,
}

impl Fault {
    /// Returns an error with its code.
    pub fn new(code: i32, message: impl Into<String>) -> Fault {
        Fault { code, message: message.into() }
    }
}

/// A request.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Its id.
    pub id: Value,
    /// The method that is called.
    pub method: String,
    /// The parameters.
    pub params: Value,
}

impl Request {
    /// Returns the request that a message is; `None` if it wants no answer.
    ///
    /// # Errors
    /// With the id of the request, if it has one, if the message is invalid.
    pub fn of(message: Value) -> Result<Option<Request>, (Value, Fault)> {
        let Value::Object(mut fields) = message else {
            return Err((Value::Null, Fault::new(INVALID_REQUEST, "a message is one object")));
        };
        let id = fields.remove("id");
        let wrong = |id: Option<Value>, why: &str| Err((named(id), Fault::new(INVALID_REQUEST, why)));
        if fields.get("jsonrpc").and_then(Value::as_str) != Some("2.0") {
            return wrong(id, "`jsonrpc` has to be \"2.0\"");
        }
        let Some(method) = fields.get("method").and_then(Value::as_str).map(str::to_owned) else {
            // An answer to a request that was never sent.
            let is_answer = fields.contains_key("result") || fields.contains_key("error");
            return if is_answer { Ok(None) } else { wrong(id, "`method` has to be a text") };
        };
        let params = fields.remove("params").unwrap_or_default();
        match id {
            None => Ok(None),
            Some(id) if id.is_string() || id.is_number() => Ok(Some(Request { id, method, params })),
            Some(_) => wrong(None, "`id` has to be a text or a number"),
        }
    }
}

fn named(id: Option<Value>) -> Value {
    id.filter(|id| id.is_string() || id.is_number()).unwrap_or_default()
}

/// Returns the message with a result.
pub fn result(id: Value, result: Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "result": result })
}

/// Returns the message with a fault.
pub fn fault(id: Value, fault: &Fault) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "error": { "code": fault.code, "message": fault.message } })
}
