//! Against what a vaccine's code says that it protects.

use crate::UnreadableTables;
use crate::tables::table;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A vaccine by its CVX code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// Names of the antigens, sorted.
    pub antigens: Vec<&'static str>,
    /// Whether the code names one formulation, rather than any of several.
    pub is_specified: bool,
}

/// The vaccine of a CVX code; `None` where the table does not have the code.
///
/// ```
/// use pocketchart_knowledge::cdsi::product;
/// let some_influenza = product("88")?.expect("a code of CVX");
/// let this_influenza = product("140")?.expect("a code of CVX");
/// assert_eq!(some_influenza.antigens, this_influenza.antigens);
/// assert!(this_influenza.is_specified && !some_influenza.is_specified);
/// # Ok::<(), pocketchart_knowledge::UnreadableTables>(())
/// ```
///
/// # Errors
/// [`UnreadableTables`]
pub fn product(cvx: &str) -> Result<Option<&'static Product>, UnreadableTables> {
    static PRODUCTS: LazyLock<Result<BTreeMap<&str, Product>, UnreadableTables>> = LazyLock::new(products);
    let products = PRODUCTS.as_ref().map_err(|problem| *problem)?;
    Ok(products.get(cvx))
}

fn products() -> Result<BTreeMap<&'static str, Product>, UnreadableTables> {
    let table = table("cdsi_cvx")?;
    let [cvx, name, antigen] = table.columns(["cvx", "name", "antigen"])?;
    let mut products: BTreeMap<&'static str, Product> = BTreeMap::new();
    for row in table.rows() {
        let is_specified = !row.cell(name).to_lowercase().contains("unspecified");
        let product = products.entry(row.cell(cvx)).or_insert(Product {
            antigens: Vec::new(),
            is_specified,
        });
        product.antigens.push(row.cell(antigen));
        product.antigens.sort_unstable();
    }
    Ok(products)
}
