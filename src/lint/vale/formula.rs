//! Arithmetic as `metric` rules write it.
//!
//! Entry points: [`Formula::new`] and [`Formula::evaluate`]. It must not know what its variables count.

/// A formula, read.
#[derive(Debug, Clone)]
pub struct Formula {
    root: Node,
}

/// What a formula gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// The result of a calculation.
    Number(f64),
    /// The result of a comparison.
    Truth(bool),
}

#[derive(Debug, Clone)]
enum Node {
    Number(f64),
    Variable(String),
    Negative(Box<Node>),
    Not(Box<Node>),
    Binary(&'static str, Box<Node>, Box<Node>),
    Choice(Box<Node>, Box<Node>, Box<Node>),
    Call(Function, Vec<Node>),
}

#[derive(Debug, Clone, Copy)]
enum Function {
    One(fn(f64) -> f64),
    Two(fn(f64, f64) -> f64),
}

/// From the operators that bind least to those that bind most.
const OPERATORS: &[&[&str]] = &[&["||"], &["&&"], &["==", "!=", "<=", ">=", "<", ">"], &["+", "-"], &["*", "/", "%"]];

const CONSTANTS: &[(&str, f64)] = &[
    ("e", std::f64::consts::E),
    ("pi", std::f64::consts::PI),
    ("phi", 1.618_033_988_749_895),
    ("sqrt2", std::f64::consts::SQRT_2),
    ("ln2", std::f64::consts::LN_2),
    ("ln10", std::f64::consts::LN_10),
];

const FUNCTIONS: &[(&str, Function)] = &[
    ("abs", Function::One(f64::abs)),
    ("acos", Function::One(f64::acos)),
    ("acosh", Function::One(f64::acosh)),
    ("asin", Function::One(f64::asin)),
    ("asinh", Function::One(f64::asinh)),
    ("atan", Function::One(f64::atan)),
    ("atan2", Function::Two(f64::atan2)),
    ("atanh", Function::One(f64::atanh)),
    ("cbrt", Function::One(f64::cbrt)),
    ("ceil", Function::One(f64::ceil)),
    ("copysign", Function::Two(f64::copysign)),
    ("cos", Function::One(f64::cos)),
    ("cosh", Function::One(f64::cosh)),
    ("dim", Function::Two(|a, b| (a - b).max(0.0))),
    ("exp", Function::One(f64::exp)),
    ("exp2", Function::One(f64::exp2)),
    ("expm1", Function::One(f64::exp_m1)),
    ("floor", Function::One(f64::floor)),
    ("hypot", Function::Two(f64::hypot)),
    ("log", Function::One(f64::ln)),
    ("log10", Function::One(f64::log10)),
    ("log1p", Function::One(f64::ln_1p)),
    ("log2", Function::One(f64::log2)),
    ("max", Function::Two(f64::max)),
    ("min", Function::Two(f64::min)),
    ("mod", Function::Two(|a, b| a % b)),
    ("pow", Function::Two(f64::powf)),
    ("pow10", Function::One(|a| 10f64.powf(a))),
    ("sin", Function::One(f64::sin)),
    ("sinh", Function::One(f64::sinh)),
    ("sqrt", Function::One(f64::sqrt)),
    ("tan", Function::One(f64::tan)),
    ("tanh", Function::One(f64::tanh)),
    ("trunc", Function::One(f64::trunc)),
];

/// Deeper than this is no formula that a person wrote.
const MAX_DEPTH: usize = 64;

impl Formula {
    /// Reads a formula; `known` says which variables there are.
    pub fn new(text: &str, known: impl Fn(&str) -> bool) -> Result<Formula, String> {
        let mut parser = Parser { tokens: tokens(text)?, at: 0, known: &known, depth: 0 };
        let root = parser.choice()?;
        match parser.peek() {
            None => Ok(Formula { root }),
            Some(token) => Err(format!("`{token}` was not expected in the formula")),
        }
    }

    /// The result; none where a truth stands in the place of a number or the other way round.
    pub fn evaluate(&self, variable: &dyn Fn(&str) -> Option<f64>) -> Option<Value> {
        self.root.evaluate(variable)
    }
}

impl Node {
    fn evaluate(&self, variable: &dyn Fn(&str) -> Option<f64>) -> Option<Value> {
        let number = |node: &Node| match node.evaluate(variable)? {
            Value::Number(number) => Some(number),
            Value::Truth(_) => None,
        };
        let truth = |node: &Node| match node.evaluate(variable)? {
            Value::Truth(truth) => Some(truth),
            Value::Number(_) => None,
        };
        Some(match self {
            Node::Number(number) => Value::Number(*number),
            Node::Variable(name) => Value::Number(variable(name)?),
            Node::Negative(inner) => Value::Number(-number(inner)?),
            Node::Not(inner) => Value::Truth(!truth(inner)?),
            Node::Choice(condition, yes, no) => return (if truth(condition)? { yes } else { no }).evaluate(variable),
            Node::Call(Function::One(function), inner) => Value::Number(function(number(inner.first()?)?)),
            Node::Call(Function::Two(function), inner) => {
                Value::Number(function(number(inner.first()?)?, number(inner.get(1)?)?))
            }
            Node::Binary("&&", one, other) => Value::Truth(truth(one)? && truth(other)?),
            Node::Binary("||", one, other) => Value::Truth(truth(one)? || truth(other)?),
            Node::Binary(operator, one, other) => {
                let (one, other) = (number(one)?, number(other)?);
                match *operator {
                    "+" => Value::Number(one + other),
                    "-" => Value::Number(one - other),
                    "*" => Value::Number(one * other),
                    "/" => Value::Number(one / other),
                    "%" => Value::Number(one % other),
                    "==" => Value::Truth(one == other),
                    "!=" => Value::Truth(one != other),
                    "<=" => Value::Truth(one <= other),
                    ">=" => Value::Truth(one >= other),
                    "<" => Value::Truth(one < other),
                    _ => Value::Truth(one > other),
                }
            }
        })
    }
}

struct Parser<'a> {
    tokens: Vec<String>,
    at: usize,
    known: &'a dyn Fn(&str) -> bool,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.at).map(String::as_str)
    }

    fn skip(&mut self, token: &str) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, token: &str) -> Result<(), String> {
        if self.skip(token) { Ok(()) } else { Err(format!("a `{token}` is missing in the formula")) }
    }

    fn choice(&mut self) -> Result<Node, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(format!("the formula is nested more than {MAX_DEPTH} deep"));
        }
        let condition = self.binary(0)?;
        let node = if self.skip("?") {
            let yes = self.choice()?;
            self.expect(":")?;
            Node::Choice(Box::new(condition), Box::new(yes), Box::new(self.choice()?))
        } else {
            condition
        };
        self.depth -= 1;
        Ok(node)
    }

    fn binary(&mut self, level: usize) -> Result<Node, String> {
        let Some(operators) = OPERATORS.get(level) else { return self.unary() };
        let mut node = self.binary(level + 1)?;
        while let Some(operator) = operators.iter().find(|operator| self.peek() == Some(operator)) {
            self.at += 1;
            node = Node::Binary(operator, Box::new(node), Box::new(self.binary(level + 1)?));
        }
        Ok(node)
    }

    fn unary(&mut self) -> Result<Node, String> {
        let mut signs = Vec::new();
        while let Some(sign) = ["-", "+", "!"].into_iter().find(|sign| self.skip(sign)) {
            signs.push(sign);
            if signs.len() > MAX_DEPTH {
                return Err(format!("the formula is nested more than {MAX_DEPTH} deep"));
            }
        }
        let node = self.primary()?;
        Ok(signs.into_iter().rev().fold(node, |node, sign| match sign {
            "-" => Node::Negative(Box::new(node)),
            "!" => Node::Not(Box::new(node)),
            _ => node,
        }))
    }

    fn primary(&mut self) -> Result<Node, String> {
        if self.skip("(") {
            let inner = self.choice()?;
            self.expect(")")?;
            return Ok(inner);
        }
        let Some(token) = self.tokens.get(self.at).cloned() else {
            return Err("the formula ends where a number should stand".to_owned());
        };
        self.at += 1;
        if token.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            return token.parse().map(Node::Number).map_err(|_| format!("`{token}` is no number"));
        }
        if let Some(name) = token.strip_prefix("math.") {
            if let Some((_, value)) = CONSTANTS.iter().find(|(constant, _)| *constant == name) {
                return Ok(Node::Number(*value));
            }
            let function = FUNCTIONS.iter().find(|(function, _)| *function == name);
            let Some((_, function)) = function else { return Err(format!("`{token}` is no function that is known")) };
            return self.call(&token, *function);
        }
        if (self.known)(&token) {
            return Ok(Node::Variable(token));
        }
        match token.starts_with(is_name) {
            true => Err(format!("`{token}` is no number of a document that is known")),
            false => Err(format!("`{token}` was not expected in the formula")),
        }
    }

    fn call(&mut self, name: &str, function: Function) -> Result<Node, String> {
        self.expect("(")?;
        let mut inner = vec![self.choice()?];
        while self.skip(",") {
            inner.push(self.choice()?);
        }
        self.expect(")")?;
        let wanted = match function {
            Function::One(_) => 1,
            Function::Two(_) => 2,
        };
        match inner.len() == wanted {
            true => Ok(Node::Call(function, inner)),
            false => Err(format!("`{name}` takes {wanted} arguments, not {}", inner.len())),
        }
    }
}

fn is_name(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn tokens(text: &str) -> Result<Vec<String>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if is_name(first) {
            rest.find(|c: char| !(is_name(c) || c.is_ascii_digit() || c == '.'))
        } else if first.is_ascii_digit() || first == '.' {
            rest.find(|c: char| !(c.is_ascii_digit() || c == '.'))
        } else {
            let two = ["||", "&&", "==", "!=", "<=", ">="].iter().any(|two| rest.starts_with(two));
            if !two && !"+-*/%<>!?:(),$".contains(first) {
                return Err(format!("`{first}` was not expected in the formula"));
            }
            Some(if two { 2 } else { 1 })
        };
        let (token, after) = rest.split_at(length.unwrap_or(rest.len()));
        tokens.push(token.to_owned());
        rest = after.trim_start();
    }
    Ok(tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evaluate(text: &str) -> Result<Option<Value>, String> {
        let value = |name: &str| match name {
            "words" => Some(100.0),
            "heading.h2" => Some(2.0),
            _ => None,
        };
        Ok(Formula::new(text, |name| value(name).is_some())?.evaluate(&value))
    }

    #[test]
    fn formulas_are_calculated_as_they_are_written() {
        for (text, expected) in [
            ("1 + 2 * 3 - 4 / 8", 6.5),
            ("(1 + 2) * -3", -9.0),
            ("(words / heading.h2) + ((30 * 100) / words)", 80.0),
            ("math.sqrt(words) + math.pow(2, 3) + math.abs(-1)", 19.0),
            ("words > 10 ? 1 : 2", 1.0),
            ("7 % 4\n", 3.0),
        ] {
            assert_eq!(evaluate(text), Ok(Some(Value::Number(expected))), "{text}");
        }
        assert_eq!(evaluate("words > 35 && !(words == 7) || 1 > 2"), Ok(Some(Value::Truth(true))));
        assert_eq!(evaluate("1 + (1 > 2)"), Ok(None));
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for (text, message) in [
            ("words +", "the formula ends where a number should stand"),
            ("word", "`word` is no number of a document that is known"),
            ("math.bogus(1)", "`math.bogus` is no function that is known"),
            ("math.pow(1)", "`math.pow` takes 2 arguments, not 1"),
            ("(1", "a `)` is missing in the formula"),
            ("1 2", "`2` was not expected in the formula"),
            ("words = 1", "`=` was not expected in the formula"),
            ("1.2.3", "`1.2.3` is no number"),
        ] {
            assert_eq!(evaluate(text), Err(message.to_owned()), "{text}");
        }
        assert!(evaluate(&"(".repeat(100_000)).is_err() && evaluate(&"-".repeat(100_000)).is_err());
    }
}
