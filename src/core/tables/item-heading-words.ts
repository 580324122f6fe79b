import type { StaffColumn } from './staff-columns.ts';

/** The same for the columns that say what a team knows of an item. */
export const itemHeadingWords = {
  item: [
    ...['item', 'item name', 'article', 'material', 'part', 'product', 'artikel', 'teil', 'produkt', 'bauteil', '品目'],
    ...['品名', '部品', '部品名', '品目名', '材料', 'pièce', 'produit', 'artículo', 'producto', 'pieza', 'onderdeel'],
    ...['物料', '物料名称', '产品', '零件', '품목', '품목명', '부품', '자재'],
  ],
  input: ['input', 'vorprodukt', '原材料', '投入物', 'intrant', 'insumo', 'grondstof', '原料', '원자재', '원재료'],
  family: [
    ...['family', 'category', 'commodity', 'commodity group', 'warengruppe', 'kategorie', 'materialgruppe', '分類'],
    ...[
      '品目分類',
      'カテゴリ',
      'カテゴリー',
      'famille',
      'catégorie',
      'familia',
      'categoría',
      'categorie',
      '类别',
      '分类',
      '분류',
    ],
  ],
  origin: [
    ...[
      'origin',
      'country',
      'country of origin',
      'source country',
      'herkunft',
      'herkunftsland',
      'ursprungsland',
      'land',
    ],
    ...['原産国', '原産地', '調達国', '国', 'origine', "pays d'origine", 'pays', 'origen', 'país de origen', 'país'],
    ...['herkomst', 'land van herkomst', '原产国', '产地', '国家', '원산지', '원산국', '국가'],
  ],
  share: [
    ...['share', 'share of spend', 'share %', 'percentage', 'anteil', 'anteil %', 'prozent', '割合', '比率', 'シェア'],
    ...['構成比', 'pourcentage', 'proporción', 'porcentaje', 'cuota', 'aandeel', '份额', '占比', '비중', '비율'],
  ],
  suppliers: [
    ...['suppliers', 'number of suppliers', 'supplier count', 'lieferanten', 'anzahl lieferanten', '仕入先数'],
    ...['供給元数', 'サプライヤー数', '調達先数', 'fournisseurs', 'nombre de fournisseurs', 'proveedores'],
    ...[
      'número de proveedores',
      'leveranciers',
      'aantal leveranciers',
      '供应商数量',
      '供应商数',
      '공급업체수',
      '공급처수',
    ],
  ],
  stock_days: [
    ...['stock days', 'days of stock', 'inventory days', 'stock in days', 'days of supply', 'bestandsreichweite'],
    ...['lagerreichweite', 'bestand tage', 'reichweite tage', 'lagertage', '在庫日数', '在庫日', 'jours de stock'],
    ...['stock jours', 'días de stock', 'días de inventario', 'voorraaddagen', '库存天数', '재고일수'],
  ],
  recovery_days: [
    ...['recovery days', 'days to recover', 'time to recover', 'recovery time days', 'wiederherstellung tage'],
    ...[
      'wiederanlaufzeit',
      'wiederbeschaffungszeit',
      '復旧日数',
      '回復日数',
      'jours de reprise',
      'días de recuperación',
    ],
    ...['hersteldagen', '恢复天数', '복구일수'],
  ],
  alternative: [
    ...['alternative', 'alternatives', 'second source', 'ersatz', 'ausweichquelle', '代替', '代替品', '代替可否'],
    ...['substitut', 'alternativa', 'alternatief', '替代', '替代品', '대체', '대체품'],
  ],
  tiers: [
    'tiers',
    'tiers mapped',
    'stufen',
    'lieferstufen',
    '階層',
    '把握階層',
    'rangs',
    'niveles',
    'schakels',
    '层级',
    '단계',
  ],
  essential: ['essential', 'unverzichtbar', '必須', 'essentiel', 'esencial', 'essentieel', '必需', '필수'],
  lead: ['lead', 'vorsprung', '先行', 'avance', 'ventaja', 'voorsprong', '领先', '선도'],
  leak: ['leak', 'abfluss', '流出', 'fuite', 'fuga', 'lek', '泄漏', '유출'],
  tested_on: [
    ...['tested on', 'last tested', 'alternative tested on', 'getestet am', 'zuletzt getestet', '試験日', '最終試験日'],
    ...['代替試験日', 'testé le', 'probado el', 'getest op', '测试日期', '시험일'],
  ],
  revenue_share: [
    ...['revenue share', 'share of revenue', 'share of sales', 'sales share', 'umsatzanteil', '売上比率', '売上割合'],
    ...["part du chiffre d'affaires", 'parte de las ventas', 'omzetaandeel', '销售占比', '매출비중'],
  ],
  leak_controls: [
    ...['leak controls', 'leakage controls', 'guarded routes', 'abflussschutz', '流出対策', '技術流出対策'],
    ...['contrôles de fuite', 'controles de fuga', 'lekbeheersing', '泄漏防护', '유출대책'],
  ],
  cut_off: [
    ...['cut off', 'cut-off plausible', 'could be cut off', 'abriss möglich', '途絶のおそれ', 'rupture plausible'],
    ...['corte plausible', 'afsnijding', '断供可能', '단절가능성'],
  ],
  special_need: [
    ...['special need', 'besonderer bedarf', '特段の必要性', 'besoin particulier', 'necesidad especial'],
    ...['bijzondere noodzaak', '特殊需要', '특별한필요'],
  ],
  upheaval: ['upheaval', 'umbruch', '激変', 'bouleversement', 'convulsión', 'omwenteling', '剧变', '격변'],
} as const satisfies Partial<Record<StaffColumn, readonly string[]>>;
