import type { Words } from '../shape.ts';

/** デスクの「設定」の言葉。 */
export const house: Words['house'] = {
  title: '設定',
  dek: '現在の設定です。環境変数による設定は、Nodomotoの管理者が変更します。',
};
