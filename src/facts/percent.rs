//! Shares of a whole in percent.

/// Whole percentages of counts, rounded so that they add up to 100: what is left after rounding down goes to the largest
/// remainders. Equal counts have equal percentages, so they add up to less where there is not one for each of these. All are 0 where
/// there is nothing to share.
pub fn percentages(counts: &[usize]) -> Vec<usize> {
    let total: usize = counts.iter().sum();
    if total == 0 {
        return vec![0; counts.len()];
    }
    let mut shares: Vec<usize> = counts.iter().map(|count| count * 100 / total).collect();
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(counts[*at] * 100 % total));
    let mut left = 100 - shares.iter().sum::<usize>();
    for equal in order.chunk_by(|one, other| counts[*one] * 100 % total == counts[*other] * 100 % total) {
        if equal.len() > left {
            break;
        }
        left -= equal.len();
        equal.iter().for_each(|at| shares[*at] += 1);
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::percentages;

    #[test]
    fn they_add_up_to_a_hundred() {
        assert_eq!(percentages(&[18, 26, 13, 3, 1]), [29, 43, 21, 5, 2]);
        assert_eq!(percentages(&[1, 1, 1]), [33, 33, 33]);
        assert_eq!(percentages(&[3, 3, 3, 0]), [33, 33, 33, 0]);
        assert_eq!(percentages(&[1, 5]), [17, 83]);
        assert_eq!(percentages(&[0, 0]), [0, 0]);
        assert_eq!(percentages(&[]), [0; 0]);
        assert_eq!(percentages(&[7, 0]), [100, 0]);
    }
}
